import SurveyModel

/// Runs `body`; an error of a stage becomes a ``WorkflowError`` about `place`.
func attempt<Value>(
  _ place: String? = nil,
  _ body: () throws -> Value
) throws(WorkflowError) -> Value {
  do {
    return try body()
  } catch let error as WorkflowError {
    throw error
  } catch let error as any LocalizedMessage {
    throw WorkflowError(error, at: place)
  } catch {
    throw WorkflowError(Sentence("lỗi chưa rõ: \(error)", "unknown error: \(error)"), at: place)
  }
}

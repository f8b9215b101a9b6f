import SurveyModel
import SurveyTerminal

/// Conducts an interview with a script.
@discardableResult
func conduct(
  _ plan: InterviewPlan,
  on console: ScriptedConsole,
  into recorder: ScriptedRecorder,
  interface: InterfaceLanguage = .vietnamese,
  style: Style = .plain,
  language: String? = nil,
  manner: EntryManner = .interview,
  count: FieldworkCount? = nil,
  operatorCode: String = "",
  resuming unfinished: UnfinishedForm? = nil
) throws -> Outcome {
  let conductor = InterviewConductor(
    screen: console,
    keyboard: console,
    interface: interface,
    style: style,
    continueCommand: "thuocdo interview khao-sat.thuocdo"
  )
  return try conductor.run(
    plan: plan,
    language: language,
    resuming: unfinished,
    manner: manner,
    count: count,
    operatorCode: operatorCode,
    recorder: recorder,
    clock: { testMoment }
  )
}

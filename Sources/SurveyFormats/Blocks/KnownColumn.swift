import SurveyModel
import Tabular

/// A column whose cells are known one by one, with the question that they answer.
struct KnownColumn {
  let column: Int
  let question: Int
  var matcher: CellMatcher

  var isPlain: Bool { matcher.plain != nil }

  /// What may be read without being met before, as ``CellReader`` would read it.
  static func plain(
    _ index: Int,
    in column: Int,
    _ plan: InterviewPlan,
    _ formats: ColumnFormats
  ) -> CellMatcher.Plain? {
    let question = plan.steps[index].question
    if question.isRepeated { return nil }
    let missing = question.missing.flatMap { [$0.code] + Array($0.label.translations.values) }
    switch question.kind {
    case .integer:
      guard let bounds = bounds(plan.numberLimits(of: index)) else { return nil }
      let marks = missing + formats.missing.numericMarks
      return .integers(bounds, except: marks.compactMap { Int64($0.trimmed) })
    case .decimal:
      guard formats[column].decimalMark == .point,
        let bounds = bounds(plan.numberLimits(of: index))
      else { return nil }
      let marks = missing + formats.missing.numericMarks
      return .decimals(bounds, except: marks.compactMap { Double($0.trimmed) })
    case .text:
      // Marks for a missing answer that the file or its reader brings along are short.
      return question.missing.isEmpty && question.constraint == nil && question.warning == nil
        && !formats.missing.isDeclared ? .texts : nil
    case .selectOne, .selectMultiple, .rank, .range, .date, .time, .dateTime, .barcode,
      .acknowledge,
      .note, .calculate, .hidden, .metadata, .carried:
      return nil
    }
  }

  private static func bounds(_ limits: [NumberLimit]?) -> NumberBounds? {
    guard let limits else { return nil }
    var bounds = NumberBounds()
    for limit in limits {
      switch limit.side {
      case .above, .atLeast:
        let includes = limit.side == .atLeast
        if limit.number > bounds.lower {
          (bounds.lower, bounds.includesLower) = (limit.number, includes)
        } else if limit.number == bounds.lower {
          bounds.includesLower = bounds.includesLower && includes
        }
      case .below, .atMost:
        let includes = limit.side == .atMost
        if limit.number < bounds.upper {
          (bounds.upper, bounds.includesUpper) = (limit.number, includes)
        } else if limit.number == bounds.upper {
          bounds.includesUpper = bounds.includesUpper && includes
        }
      }
    }
    return bounds
  }
}

extension CheckedRows {
  /// What one cell says by itself; none when it is refused, or taken with something to be counted.
  func answer(_ cell: Span<UInt8>, column: Int) -> Answer? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: cell)
    } catch {
      return nil
    }
    guard case .answer(let answer, nil) = reader.readCell(cell, column: column) else { return nil }
    return answer
  }
}

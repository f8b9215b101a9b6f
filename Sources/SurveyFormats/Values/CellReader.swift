package import SurveyModel
import Tabular

/// Reads the cells of a table: what a cell means is a function of its column and its bytes.
///
/// Everything that the meaning depends on beside them is fixed when the reader is made: the plan,
/// the map, what the whole columns told (``ColumnFormats``) and the day of the import. A faster
/// reader may therefore keep what it was told about some bytes in some column.
package struct CellReader: Sendable {
  private enum Cells: Sendable {
    case choice(ChoiceCells)
    case multiple(MultipleCells)
    case number(NumberCells)
    case date(DateCells)
    case dateTime(DateTimeCells)
    case time(TimeCells)
    case text(TextCells)
    case checked(CheckedCells)
    case rank(RankCells)
    case option(OptionCells)
    /// Nothing in the column is an answer.
    case nothing

    /// Whether answers are numbers, codes or days.
    var isOfCodes: Bool {
      switch self {
      case .choice, .multiple, .number, .date, .dateTime, .time, .option: true
      case .text, .checked, .rank, .nothing: false
      }
    }
  }

  private let columns: [Cells]

  /// Prepares to read the columns of `map`.
  package init(
    plan: InterviewPlan,
    map: ColumnMap,
    formats: ColumnFormats,
    moment: FormMoment
  ) {
    var books: [Int: ChoiceBook] = [:]
    columns = map.meanings.enumerated().map { column, meaning in
      let question: Int
      switch meaning {
      case .question(let index), .option(let index, _): question = index
      default: return .nothing
      }
      guard plan.steps.indices.contains(question) else { return .nothing }
      let book = books[question] ?? ChoiceBook(plan.steps[question].question)
      books[question] = book
      let builder = CellsBuilder(plan: plan, formats: formats, moment: moment, book: book)
      if case .option(_, let choice) = meaning {
        return .option(builder.option(choice, in: column))
      }
      if plan.steps[question].question.isRepeated {
        return .checked(builder.checked(question, isSeries: true))
      }
      switch plan.steps[question].question.kind {
      case .selectOne: return .choice(builder.choice(in: column))
      case .selectMultiple(let list): return .multiple(builder.multiple(list))
      case .integer: return .number(builder.number(question, isWhole: true, in: column))
      case .decimal: return .number(builder.number(question, isWhole: false, in: column))
      case .range(let range):
        return .number(builder.number(question, isWhole: range.isInteger, in: column))
      case .date, .metadata(.today): return .date(builder.date(question, in: column))
      case .dateTime: return .dateTime(builder.dateTime(question, in: column))
      case .time: return .time(TimeCells(checked: builder.checked(question)))
      case .rank(let list):
        return .rank(RankCells(checked: builder.checked(question), list: list))
      case .acknowledge: return .checked(builder.checked(question))
      case .text, .barcode, .calculate, .hidden, .metadata:
        return .text(builder.text(question, in: column))
      case .note, .carried: return .nothing
      }
    }
  }

  /// What the text of a cell means in `column`.
  package func read(_ text: String, column: Int) -> CellReading {
    guard columns.indices.contains(column) else { return .answer(.missing(.notApplicable), nil) }
    let text = text.composed.trimmed
    if text.isEmpty {
      if case .option = columns[column] { return .option(.blank) }
      return .answer(.missing(.noAnswer), nil)
    }
    // The guard that our own exports put in front of what a spreadsheet would run.
    if let bare = FormulaGuard.removed(from: text),
      case .answer(let answer, nil) = read(bare, column: column)
    {
      return .answer(answer, .formulaGuard)
    }
    let reading = plain(text, column)
    guard case .refused = reading, columns[column].isOfCodes,
      let bare = TextMark.removed(from: text)
    else { return reading }
    return switch plain(bare, column) {
    case .answer(let answer, nil): .answer(answer, .textMark)
    case .option(let state): .option(state)
    default: reading
    }
  }

  /// What a text means as it stands.
  private func plain(_ text: String, _ column: Int) -> CellReading {
    switch columns[column] {
    case .choice(let cells): cells.read(text)
    case .multiple(let cells): cells.read(text)
    case .number(let cells): cells.read(text)
    case .date(let cells): cells.read(text)
    case .dateTime(let cells): cells.read(text)
    case .time(let cells): cells.read(text)
    case .text(let cells): cells.read(text)
    case .checked(let cells): cells.read(text)
    case .rank(let cells): cells.read(text)
    case .option(let cells): cells.read(text)
    case .nothing: .answer(.missing(.notApplicable), nil)
    }
  }
}

/// Puts the readers of the columns together.
private struct CellsBuilder {
  let plan: InterviewPlan
  let formats: ColumnFormats
  let moment: FormMoment
  let book: ChoiceBook

  func option(_ choice: Int, in column: Int) -> OptionCells {
    OptionCells(
      option: choice,
      book: book,
      marks: formats.missing,
      holdsRanks: formats[column].holdsRanks,
      numbers: formats[column].optionNumbers
    )
  }

  func choice(in column: Int) -> ChoiceCells {
    ChoiceCells(book: book, numbering: formats[column].numbering, marks: formats.missing)
  }

  func multiple(_ list: ChoiceList) -> MultipleCells {
    MultipleCells(list: list, book: book, marks: formats.missing)
  }

  func number(_ question: Int, isWhole: Bool, in column: Int) -> NumberCells {
    let forbidden = formats.missing.numericMarks.filter { mark in
      guard formats.missing.reasonOfForbidden(mark) != nil,
        let number = NumberText.parseInteger(mark)
      else { return false }
      let answer: Answer = isWhole ? .integer(number) : .decimal(Double(number))
      return !plan.accepts(answer, at: question, moment: moment)
    }
    return NumberCells(
      isWhole: isWhole,
      book: book,
      marks: formats.missing,
      format: formats[column],
      forbidden: Set(forbidden)
    )
  }

  func date(_ question: Int, in column: Int) -> DateCells {
    let rule = plan.steps[question].question.constraint?.expression.text ?? ""
    return DateCells(
      book: book,
      marks: formats.missing,
      format: formats[column],
      serials: formats.serials,
      today: moment.now.localDate,
      allowsFuture: rule.contains("today(") || rule.contains("now(")
    )
  }

  func dateTime(_ question: Int, in column: Int) -> DateTimeCells {
    DateTimeCells(days: date(question, in: column), reader: plan.steps[question].reader)
  }

  func checked(_ question: Int, isSeries: Bool = false) -> CheckedCells {
    CheckedCells(
      reader: plan.steps[question].reader,
      book: book,
      marks: formats.missing,
      isSeries: isSeries
    )
  }

  func text(_ question: Int, in column: Int) -> TextCells {
    var accepts: (@Sendable (String) -> Bool)?
    if plan.steps[question].question.constraint != nil {
      accepts = { [plan, moment] in plan.accepts(.text($0), at: question, moment: moment) }
    }
    return TextCells(
      book: book,
      marks: formats.missing,
      format: formats[column],
      accepts: accepts,
      askedDigits: TextCells.askedDigits(plan.steps[question].question)
    )
  }
}

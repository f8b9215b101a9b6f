package import SurveyModel
package import Tabular

/// Looks at every cell of a table once, before any row is taken, and decides how each column is
/// written.
///
/// It keeps counts and a few examples, whatever the length of the table. Cells are looked at as
/// bytes; the usual shapes allocate nothing.
package struct FormatProfiler {
  enum Profile {
    case number(NumberProfile)
    case date(DateProfile)
    case text(TextProfile)
    case scale(ScaleProfile)
    case option(group: Int)
    /// Times that the source system wrote; no answers.
    case witness(DateProfile)
  }

  /// The columns whose cells have to be seen, in order.
  package let columns: [Int]

  /// Tells rows of totals and signatures, which say nothing about a column, from interviews.
  var footer: FooterRule { FooterRule(map: map, plan: plan) }

  /// Whether the cells of a row say something together, so that they have to come row by row.
  var looksAtRows: Bool { !groups.isEmpty }

  let plan: InterviewPlan
  let map: ColumnMap
  let options: ValueOptions
  private let newestYear: Int
  private(set) var profiles: [Profile?]
  /// What stands around the table about the numbers in it.
  private(set) var legends: [LegendLine]
  private var groups: [OptionProfile]

  /// Prepares to look at a table with the columns of `map`.
  package init(
    plan: InterviewPlan,
    map: ColumnMap,
    options: ValueOptions,
    moment: FormMoment,
    legends: [LegendLine] = []
  ) {
    self.legends = legends
    self.plan = plan
    self.map = map
    self.options = options
    newestYear = moment.now.localDate.year
    let optionGroups = OptionGroup.groups(of: map, in: plan)
    let profiles = map.meanings.map { meaning -> Profile? in
      switch meaning {
      case .question(let index) where plan.steps.indices.contains(index):
        return Self.profile(of: plan.steps[index].question)
      case .option(let index, _):
        return optionGroups.firstIndex { $0.question == index }.map { .option(group: $0) }
      case .meta(.startTime), .meta(.endTime), .meta(.submissionTime):
        return .witness(DateProfile())
      default: return nil
      }
    }
    let hasDates = profiles.contains { if case .date = $0 { true } else { false } }
    let looked: [Profile?] = profiles.map { if case .witness = $0, !hasDates { nil } else { $0 } }
    columns = looked.indices.filter { looked[$0] != nil }
    self.profiles = looked
    groups = optionGroups.map { $0.profile(marks: options.missing) }
  }

  private static func profile(of question: Question) -> Profile? {
    if question.kind == .dateTime, !question.isRepeated { return .date(DateProfile()) }
    return switch question.shape {
    case .integer: .number(NumberProfile(isWhole: true))
    case .decimal: .number(NumberProfile(isWhole: false))
    case .date: .date(DateProfile())
    case .text: .text(TextProfile())
    case .selectOne: .scale(ScaleProfile(ChoiceBook(question)))
    case .selectMultiple, .nothing, .calculate: nil
    }
  }

  /// Whether it is enough to be told how often a text stands in the column.
  func countsTexts(_ column: Int) -> Bool {
    switch profiles[column] {
    case .scale, .date, .witness: true
    default: false
    }
  }

  /// Looks at one record; ragged and blank ones tell nothing.
  package mutating func observe(_ record: CSVRecord) {
    let width = map.header.count
    guard record.count == width || record.hasOnlyBlanks(from: width) else { return }
    for column in columns {
      if record.holdsNumbers, record.isNumber(column), case .number(var numbers) = profiles[column]
      {
        profiles[column] = nil
        record.withBytes(of: column) { numbers.observe(number: $0, line: record.line) }
        profiles[column] = .number(numbers)
      } else {
        record.withBytes(of: column) { observe($0, column: column, line: record.line) }
      }
    }
    endRow()
  }

  /// Takes note of a record that is no interview and may say what numbers mean.
  mutating func observe(note record: CSVRecord) {
    guard legends.count < Self.legendLimit, let line = LegendLine(record.texts) else { return }
    legends.append(line)
  }

  /// Notes that are looked at.
  private static let legendLimit = 60

  /// Looks at one cell; those of one record come together, then ``endRow()``.
  ///
  /// A cell of a closed column or a day may stand for `times` equal ones.
  package mutating func observe(
    _ bytes: Span<UInt8>,
    column: Int,
    line: Int,
    times: Int = 1
  ) {
    guard profiles.indices.contains(column), let profile = profiles[column] else { return }
    // Taken out while it changes, so that nothing is copied.
    profiles[column] = nil
    switch profile {
    case .number(var numbers):
      numbers.observe(bytes, line: line)
      profiles[column] = .number(numbers)
    case .date(var dates):
      dates.observe(bytes, line: line, times: times)
      profiles[column] = .date(dates)
    case .witness(var dates):
      dates.observe(bytes, line: line, times: times)
      profiles[column] = .witness(dates)
    case .text(var texts):
      texts.observe(bytes)
      profiles[column] = .text(texts)
    case .scale(var scale):
      scale.observe(bytes, line: line, times: times)
      profiles[column] = .scale(scale)
    case .option(let group):
      groups[group].observe(bytes, column: column, line: line)
      profiles[column] = profile
    }
  }

  /// Looks at the cells of a column in a run of records.
  mutating func observe(_ run: RecordRun, column: Int) {
    guard profiles.indices.contains(column), let profile = profiles[column] else { return }
    // Taken out for the whole run, so that nothing is copied.
    profiles[column] = nil
    switch profile {
    case .number(var numbers):
      run.forEachCell(of: column) {
        numbers.observe(word: $0, count: $1, line: $2)
      } _: {
        numbers.observe($0, line: $1)
      }
      profiles[column] = .number(numbers)
    case .date(var dates):
      run.forEachCell(of: column) { dates.observe($0, line: $1) }
      profiles[column] = .date(dates)
    case .witness(var dates):
      run.forEachCell(of: column) { dates.observe($0, line: $1) }
      profiles[column] = .witness(dates)
    case .text(var texts):
      run.forEachCell(of: column) { cell, _ in texts.observe(cell) }
      profiles[column] = .text(texts)
    case .scale(var scale):
      run.forEachCell(of: column) { scale.observe($0, line: $1) }
      profiles[column] = .scale(scale)
    case .option: profiles[column] = profile
    }
  }

  /// Ends a record.
  package mutating func endRow() {
    for index in groups.indices { groups[index].endRow() }
  }

  /// What the columns told.
  ///
  /// - Parameter form: Where the cells come from: a workbook may say how it counts days.
  /// - Returns: One format for each column of the map.
  /// - Throws: ``TableFault/format(_:)`` for a column that contradicts itself.
  package func formats(_ form: TableForm) throws(TableFault) -> ColumnFormats {
    var formats = ColumnFormats(
      columnCount: map.header.count,
      missing: options.missing,
      serials: options.serials ?? form.serials ?? .from1900
    )
    do throws(FormatFault) {
      let numbers = indexed { if case .number(let numbers) = $0 { numbers } else { nil } }
      try NumberDecision(columns: numbers, header: map.header, options: options)
        .decide(into: &formats)
      let dates = indexed { if case .date(let dates) = $0 { dates } else { nil } }
      let witnesses = indexed { if case .witness(let dates) = $0 { dates } else { nil } }
      try DateDecision(
        columns: dates,
        witnesses: witnesses,
        header: map.header,
        options: options,
        newestYear: newestYear
      ).decide(form, into: &formats)
      try refuseLegends()
      let scales = indexed { if case .scale(let scale) = $0 { scale } else { nil } }
      try ScaleDecision(columns: scales, header: map.header, options: options, lists: lists(scales))
        .decide(into: &formats)
      for group in groups.indices { try decideOptions(group, &formats) }
    } catch {
      throw .format(error)
    }
    decideTexts(&formats)
    return formats
  }

  private func indexed<Value>(_ pick: (Profile) -> Value?) -> [(column: Int, profile: Value)] {
    columns.compactMap { column in
      profiles[column].flatMap(pick).map { (column, $0) }
    }
  }

  /// The list of options of each column.
  private func lists(_ scales: [(column: Int, profile: ScaleProfile)]) -> [Int: ChoiceList] {
    var lists: [Int: ChoiceList] = [:]
    for (column, _) in scales {
      guard case .question(let index) = map.meanings[column] else { continue }
      lists[column] = plan.steps[index].question.kind.choiceList
    }
    return lists
  }

  /// What the numbers in the columns of a group mean: as in the import that is continued, else as
  /// the cells say.
  private func decideOptions(
    _ wanted: Int,
    _ formats: inout ColumnFormats
  ) throws(FormatFault) {
    let columns = columns.filter { column in
      if case .option(let group)? = profiles[column] { group == wanted } else { false }
    }
    let known = columns.compactMap { options.known(map.header[$0])?.holdsRanks }
    let decision = groups[wanted].decision(known: known.isEmpty ? nil : known.contains(true))
    switch decision {
    case .unclear(let column, let example):
      throw FormatFault(column: map.header[column], kind: .openOptions(example))
    case .openZero(let column, let example):
      throw FormatFault(column: map.header[column], kind: .openZero(example))
    case .numbers(let numbers):
      for column in columns { formats.columns[column].optionNumbers = numbers }
    case .ranks:
      for column in columns { formats.columns[column].holdsRanks = true }
      if let first = columns.first {
        formats.notes.append(FormatNote(column: map.header[first], kind: .ranks))
      }
    }
  }

  private func decideTexts(_ formats: inout ColumnFormats) {
    for column in columns {
      if case .text(let texts) = profiles[column] {
        formats.columns[column].digitCount = texts.digitCount
      }
    }
  }
}

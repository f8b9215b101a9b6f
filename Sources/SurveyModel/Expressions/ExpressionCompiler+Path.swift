extension ExpressionCompiler {
  /// A path to a question of the form, or into a table.
  mutating func compile(_ path: ExpressionPath) throws(ExpressionError) -> CompiledNode {
    if let name = path.bareName {
      if let index = cell(name) { return .cell(index) }
      if let index = column(name) { return .column(index) }
      throw .bareName(name, isQuestion: question(name) != nil, offset: path.offset)
    }
    if case .call("instance", let arguments, let offset) = path.start {
      return try lookup(arguments, path.steps, offset: offset)
    }
    if let name = questionName(path) {
      let index = try read(name, offset: path.offset)
      return repeatEntered(by: path, to: index).map { .turns(index, of: $0) } ?? .question(index)
    }
    if isHere(path) {
      noteCurrentValue()
      return .current
    }
    if case .call(let name, _, let offset) = path.start,
      ExpressionFunction.unsupported.contains(name)
    {
      throw .unsupported(.function(name), offset: offset)
    }
    let steps = path.steps.map(\.name).joined(separator: "/")
    let start: String
    switch path.start {
    case nil: start = path.isAbsolute ? "/" : ""
    case .current: start = "./"
    default: start = "…/"
    }
    throw .unsupported(.path(start + steps), offset: path.offset)
  }

  /// The question that a path such as `/data/group/q`, `../q` or `current()/../q` leads to.
  ///
  /// Names are unique over the whole form, so that the last step says it all; a path that ends in
  /// what is no question, or that has a condition, is none.
  private func questionName(_ path: ExpressionPath) -> String? {
    switch path.start {
    case nil, .current: break
    case .call("current", let arguments, _) where arguments.isEmpty: break
    default: return nil
    }
    guard path.steps.allSatisfy(\.predicates.isEmpty), let last = path.steps.last?.name,
      question(last) != nil
    else { return nil }
    let leadsUp = path.steps.dropLast().allSatisfy { $0.name != "*" }
    return leadsUp && (path.isAbsolute || path.steps.count > 1) ? last : nil
  }

  /// The repeat that a path such as `../../group/q` leads into from outside, so that it means the
  /// question in all of its turns; an absolute path means the present turn, as in JavaRosa.
  private func repeatEntered(by path: ExpressionPath, to question: Int) -> Int? {
    guard !path.isAbsolute, path.steps.first?.name == ".." else { return nil }
    let entered = path.steps.dropLast().lazy.compactMap { repeats[$0.name] }
    return entered.first { $0.questions.contains(question) }?.number
  }

  /// Whether a path is another way to write `.`.
  private func isHere(_ path: ExpressionPath) -> Bool {
    switch path.start {
    case .current: break
    case .call("current", let arguments, _) where arguments.isEmpty: break
    default: return false
    }
    return path.steps.allSatisfy { $0.name == "." && $0.predicates.isEmpty }
  }

  /// `instance('x')/root/item[condition]/column`.
  private mutating func lookup(
    _ arguments: [ExpressionNode],
    _ steps: [ExpressionStep],
    offset: Int
  ) throws(ExpressionError) -> CompiledNode {
    guard arguments.count == 1, case .string(let name, let nameOffset) = arguments[0] else {
      throw .argumentIsNoText(
        function: "instance",
        offset: arguments.first?.offset ?? offset
      )
    }
    guard name != "__last-saved" else { throw .unsupported(.function("instance"), offset: offset) }
    let table = try table(named: name, offset: nameOffset)
    // root, item, and perhaps a column.
    guard (2...3).contains(steps.count), steps[0].predicates.isEmpty,
      steps.last?.predicates.isEmpty == true || steps.count == 2
    else { throw .unsupported(.path("instance('\(name)')/…"), offset: offset) }
    var column: Int?
    if steps.count == 3 {
      column = try self.column(steps[2].name, of: table, offset: offset)
    }
    let outer = row
    row = table
    var conditions: [CompiledNode] = []
    for predicate in steps[1].predicates { conditions.append(try compile(predicate)) }
    row = outer
    return .lookup(ExpressionLookup(table: table, conditions: conditions, column: column))
  }

  /// `pulldata('x', 'column', 'key column', value)`.
  mutating func pulldata(_ arguments: [ExpressionNode]) throws(ExpressionError) -> CompiledNode {
    var texts: [(text: String, offset: Int)] = []
    for argument in arguments.prefix(3) {
      guard case .string(let text, let offset) = argument else {
        throw .argumentIsNoText(function: "pulldata", offset: argument.offset)
      }
      texts.append((text, offset))
    }
    let table = try table(named: texts[0].text, offset: texts[0].offset)
    let column = try column(texts[1].text, of: table, offset: texts[1].offset)
    let key = try self.column(texts[2].text, of: table, offset: texts[2].offset)
    let index = LookupIndex(table, key: key, column: column)
    return .found(try compile(arguments[3]), index)
  }

  private func table(named name: String, offset: Int) throws(ExpressionError) -> LookupTable {
    if let table = tables.first(where: { $0.name == name || $0.file == name }) { return table }
    throw .unknownTable(
      name,
      suggestion: ExpressionSuggestion.nearest(to: name, among: tables.map(\.name)),
      offset: offset
    )
  }

  private func column(
    _ name: String,
    of table: LookupTable,
    offset: Int
  ) throws(ExpressionError) -> Int {
    if let index = table.columns.firstIndex(of: name) { return index }
    throw .unknownColumn(
      name,
      table: table.name,
      suggestion: ExpressionSuggestion.nearest(to: name, among: table.columns),
      offset: offset
    )
  }

  private func cell(_ name: String) -> Int? { row?.columns.firstIndex(of: name) }
}

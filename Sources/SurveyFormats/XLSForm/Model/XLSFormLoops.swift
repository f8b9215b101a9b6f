import SurveyModel

/// The rows of a form with its loops written out: a group named as the loop, and in it one group
/// for each choice of the list.
///
/// As in pyxform the choice `none` has no turn, and a loop in a loop speaks of its own choices.
struct XLSFormLoops {
  /// A loop that was written out.
  struct Loop {
    let item: XLSFormItem
    let list: String
    let turns: Int
    /// The row that begins its first turn.
    let firstTurn: Int
  }

  /// The most rows that the loops of a form may become.
  static let mostRows = 20_000

  /// The rows.
  private(set) var items: [XLSFormItem] = []
  /// The rows that begin a turn of a loop.
  private(set) var turns: Set<Int> = []
  /// The loops that were written out, each once.
  private(set) var loops: [Loop] = []

  private struct Open {
    let row: Int
    let end: Int
    let choices: [XLSFormChoice]
    var turn = 0
  }

  private let form: XLSForm
  private let words: XLSFormLoopWords
  private let log: XLSFormLog
  private var open: [Open] = []
  private var told: Set<Int> = []
  private let choices: [String: [XLSFormChoice]]
  /// How many rows the loops have become so far.
  private var written = 0

  init(_ form: XLSForm, languages: XLSFormLanguageCodes, log: XLSFormLog) {
    self.form = form
    self.log = log
    choices = form.loopChoices
    words = XLSFormLoopWords(form, languages: languages)
    items.reserveCapacity(form.items.count)
    writeOut()
  }

  private mutating func writeOut() {
    let ends = Self.ends(of: form.items)
    var row = 0
    while row < form.items.count {
      var item = form.items[row]
      if let last = open.last, row == last.end {
        row = endTurn(last, item)
        continue
      }
      if let choice = open.last.map({ $0.choices[$0.turn] }) { item = words.filled(item, choice) }
      guard case .begin(.loop(let list?)) = item.type, let end = ends[row] else {
        items.append(item)
        row += 1
        continue
      }
      let choices = turns(row: row, end: end, list: list)
      guard !choices.isEmpty else {
        row = end + 1
        continue
      }
      if told.insert(row).inserted {
        loops.append(
          Loop(item: item, list: list, turns: choices.count, firstTurn: items.count + 1)
        )
      }
      item.type = .begin(.group)
      items.append(item)
      open.append(Open(row: row, end: end, choices: choices))
      beginTurn()
      row += 1
    }
  }

  private mutating func beginTurn() {
    guard let loop = open.last else { return }
    let choice = loop.choices[loop.turn]
    turns.insert(items.count)
    var texts = choice.texts
    if texts[.label] == nil { texts[.label] = [:] }
    items.append(
      XLSFormItem(
        type: .begin(.group),
        name: choice.name,
        texts: texts,
        source: form.items[loop.row].source
      )
    )
  }

  /// Ends a turn, and the loop after its last one; the row to go on with.
  private mutating func endTurn(_ loop: Open, _ item: XLSFormItem) -> Int {
    var item = item
    item.type = .end(.group)
    items.append(item)
    if loop.turn + 1 < loop.choices.count {
      open[open.count - 1].turn += 1
      beginTurn()
      return loop.row + 1
    }
    items.append(item)
    open.removeLast()
    return loop.end + 1
  }

  /// The choices that the loop at `row` is asked for; that there are none, or too many, is reported.
  private mutating func turns(row: Int, end: Int, list: String) -> [XLSFormChoice] {
    let item = form.items[row]
    let choices = choices[list, default: []]
    guard !choices.isEmpty else {
      log.report(
        XLSFormModelFinding.emptyLoop(item.name, list: list),
        at: item.source.place("type")
      )
      return []
    }
    // What is inside was counted along with the loop around it.
    if open.isEmpty {
      let count = rows(from: row, to: end)
      guard written + count <= Self.mostRows else {
        log.report(
          XLSFormModelFinding.loopTooLong(item.name, rows: Self.mostRows),
          at: item.source.place("type")
        )
        return []
      }
      written += count
    }
    return choices
  }

  /// How many rows a loop becomes, or one more than are allowed.
  private func rows(from begin: Int, to end: Int) -> Int {
    let most = Self.mostRows + 1
    var factors = [1]
    var rows = 0
    for item in form.items[begin...end] {
      let factor = factors.last ?? 1
      switch item.type {
      case .begin(.loop(let list?)):
        // Each turn begins and ends with a row of its own.
        let turns = min(most, factor * min(most, choices[list, default: []].count))
        rows += factor + 2 * turns
        factors.append(turns)
      case .begin:
        rows += factor
        factors.append(factor)
      case .end:
        if factors.count > 1 { factors.removeLast() }
        rows += factors.last ?? 1
      case .question, .select, .tagged: rows += factor
      }
      if rows >= most { return most }
    }
    return rows
  }

  /// The rows that end the loops, by the rows that begin them.
  private static func ends(of items: [XLSFormItem]) -> [Int: Int] {
    var ends: [Int: Int] = [:]
    var open: [Int] = []
    for (row, item) in items.enumerated() {
      switch item.type {
      case .begin: open.append(row)
      case .end: if let begin = open.popLast() { ends[begin] = row }
      case .question, .select, .tagged: break
      }
    }
    return ends
  }
}

extension XLSForm {
  /// The choices that loops are asked for, by the names of their lists.
  var loopChoices: [String: [XLSFormChoice]] {
    var choices: [String: [XLSFormChoice]] = [:]
    for item in items {
      guard case .begin(.loop(let list?)) = item.type, choices[list] == nil else { continue }
      choices[list] =
        self.list(list)?.choices.filter { $0.name != "none" && !$0.name.isEmpty } ?? []
    }
    return choices
  }
}

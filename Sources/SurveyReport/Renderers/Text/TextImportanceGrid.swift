/// The numbers of items on a grid of characters, parted by the lines of the means.
struct TextImportanceGrid {
  /// The rows of the grid; none when there is nothing to show.
  let lines: [String]

  init(map: ImportanceMap, width: Int, height: Int) {
    let items = map.items.filter(\.isDrawable)
    guard !items.isEmpty, width > 20, height > 4 else {
      lines = []
      return
    }
    let plot = ImportancePlot(map: map, layout: .wide, top: 0, strip: 0)
    func column(_ value: Double) -> Int {
      Int(plot.performance.fraction(of: value) * Double(width - 1))
    }
    func row(_ value: Double) -> Int {
      Int((1 - plot.importance.fraction(of: value)) * Double(height - 1))
    }
    var cells = Array(repeating: Array(repeating: Character(" "), count: width), count: height)
    let middleColumn = column(map.meanPerformance)
    let middleRow = row(map.meanImportance)
    for index in 0..<width { cells[middleRow][index] = "─" }
    for index in 0..<height { cells[index][middleColumn] = "│" }
    cells[middleRow][middleColumn] = "┼"
    for item in items {
      let text = Array(String(item.number))
      let start = min(column(item.performance), width - text.count)
      let place = Self.free(for: text.count, near: (row(item.importance), start), in: cells)
      guard let place else { continue }
      for (offset, character) in text.enumerated() {
        cells[place.row][place.column + offset] = character
      }
    }
    lines = cells.map { row in
      var line = String(row)
      while line.hasSuffix(" ") { line.removeLast() }
      return line.isEmpty ? "" : "  " + line
    }
  }

  /// The nearest place where a number touches no other and no line.
  private static func free(
    for length: Int,
    near wanted: (row: Int, column: Int),
    in cells: [[Character]]
  ) -> (row: Int, column: Int)? {
    let height = cells.count
    let width = cells.first?.count ?? 0
    var best: (row: Int, column: Int)?
    var bestDistance = Int.max
    for row in max(wanted.row - 4, 0)...min(wanted.row + 4, height - 1) {
      let first = max(wanted.column - 14, 0)
      let last = min(wanted.column + 14, width - length)
      guard first <= last else { continue }
      for column in first...last {
        let reach = max(column - 1, 0)...min(column + length, width - 1)
        guard reach.allSatisfy({ cells[row][$0] == " " }) else { continue }
        // A row is about as high as two columns are wide.
        let distance = abs(row - wanted.row) * 2 + abs(column - wanted.column)
        if distance < bestDistance {
          bestDistance = distance
          best = (row, column)
        }
      }
    }
    return best
  }
}

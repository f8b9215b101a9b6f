package import SurveyModel

/// A place at which a report that was written earlier and its new computation differ.
package struct ReportDifference: Hashable, Sendable {
  /// The most characters that are shown of a place and of a text.
  static let longest = 100

  let place: ReportPassage.Place
  /// What stands in the file; `nil` where it has nothing of the kind.
  package let inFile: String?
  /// What follows from the study; `nil` where it is nothing of the kind.
  package let again: String?

  /// Makes a difference whose texts are cut to where they part; `nil` where they do not.
  init?(_ file: ReportPassage?, _ again: ReportPassage?) {
    guard let place = file?.place ?? again?.place, file?.text != again?.text else { return nil }
    guard file?.isManifest != true, again?.isManifest != true else { return nil }
    let (one, other) = (Self.clean(file?.text ?? ""), Self.clean(again?.text ?? ""))
    let common = zip(one, other).prefix { $0 == $1 }.count
    self.place = place
    self.inFile = file.map { _ in Self.cut(one, from: common) }
    self.again = again.map { _ in Self.cut(other, from: common) }
  }

  /// Where it is, in words.
  package func place(in language: InterfaceLanguage) -> String {
    Self.cut(Self.clean(place.text(in: language)), from: 0)
  }

  private static func clean(_ text: String) -> String {
    VisibleText.clean(text).split(separator: " ").joined(separator: " ")
  }

  /// As much of a text as is shown, so that the place where it parts from another is in it.
  private static func cut(_ text: String, from place: Int) -> String {
    guard text.count > longest else { return text }
    let start = min(max(place - longest / 3, 0), text.count - longest + 1)
    guard start > 0 else { return text.prefix(longest - 1) + "…" }
    let rest = text.dropFirst(start)
    return rest.count < longest ? "…" + rest : "…" + rest.prefix(longest - 2) + "…"
  }
}

extension ReportFile {
  /// Where the file differs from its new computation, in the order of the file.
  ///
  /// Cells of a workbook are held against the same cells. Other texts are held against each other in
  /// their order; where they all agree, the marks around them, such as the bars of a chart, are.
  package func differences(from again: ReportFile) -> [ReportDifference] {
    if isWorkbook, again.isWorkbook { return Self.byPlace(passages, again.passages) }
    let found = Self.inOrder(passages, again.passages)
    return found.isEmpty ? Self.inOrder(marks, again.marks) : found
  }

  private static func byPlace(
    _ file: [ReportPassage],
    _ again: [ReportPassage]
  ) -> [ReportDifference] {
    let own = Dictionary(file.map { ($0.place, $0) }) { first, _ in first }
    let other = Dictionary(again.map { ($0.place, $0) }) { first, _ in first }
    let changed = file.compactMap { ReportDifference($0, other[$0.place]) }
    return changed + again.compactMap { own[$0.place] == nil ? ReportDifference(nil, $0) : nil }
  }

  private static func inOrder(
    _ file: [ReportPassage],
    _ again: [ReportPassage]
  ) -> [ReportDifference] {
    var found: [ReportDifference] = []
    var (own, other) = (file[...], again[...])
    while !own.isEmpty || !other.isEmpty {
      if let one = own.first, one.text == other.first?.text {
        own.removeFirst()
        other.removeFirst()
        continue
      }
      let (mine, theirs) = parting(own, other)
      found += (0..<max(mine, theirs)).compactMap { step in
        ReportDifference(
          step < mine ? own[own.startIndex + step] : nil,
          step < theirs ? other[other.startIndex + step] : nil
        )
      }
      own.removeFirst(mine)
      other.removeFirst(theirs)
    }
    return found
  }

  /// How far texts may part before they are taken for different from there on, one by one.
  private static let reach = 40
  /// How many pieces must agree for texts to go on alike.
  private static let agreement = 3

  /// How many pieces each text has before both go on alike.
  private static func parting(
    _ own: ArraySlice<ReportPassage>,
    _ other: ArraySlice<ReportPassage>
  ) -> (Int, Int) {
    guard !own.isEmpty, !other.isEmpty else { return (own.count, other.count) }
    // As many on both sides come first: most often a figure took the place of another.
    for most in 1...reach {
      for less in (0...most).reversed() {
        for (mine, theirs) in [(most, less), (less, most)]
        where mine <= own.count && theirs <= other.count {
          if goOnAlike(own.dropFirst(mine), other.dropFirst(theirs)) { return (mine, theirs) }
        }
      }
    }
    return (1, 1)
  }

  private static func goOnAlike(
    _ own: ArraySlice<ReportPassage>,
    _ other: ArraySlice<ReportPassage>
  ) -> Bool {
    let (mine, theirs) = (own.prefix(agreement), other.prefix(agreement))
    return mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.text == $1.text }
  }
}

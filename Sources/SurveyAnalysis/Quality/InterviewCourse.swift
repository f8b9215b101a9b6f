package import SurveyModel

/// How the interviews of a dataset were conducted: by whom, when and in which way, as columns.
///
/// Holds no answer and no name of a respondent; operators are the codes that they work under.
package struct InterviewCourse: Sendable {
  /// An instant that is not known.
  package static let unknown = Int64.min

  /// How each interview was conducted.
  package var modes: [Mode]
  /// When each began, in milliseconds since 1970-01-01T00:00Z, or ``unknown``.
  package var started: [Int64]
  /// When each was saved.
  package var finished: [Int64]
  /// The local clock's offset at the beginning, in minutes.
  package var offsets: [Int32]
  /// The position of the operator in ``operators``; −1 where nobody is named.
  package var operatorCodes: [Int32]
  /// The codes under which operators work.
  package var operators: [String]
  /// The copy of the study at which each was saved, numbered from 0.
  package var stations: [Int32]

  /// Interviews of which nothing is known but how they were conducted.
  package init(count: Int, mode: Mode = .importedFile) {
    modes = Array(repeating: mode, count: count)
    started = Array(repeating: Self.unknown, count: count)
    finished = started
    offsets = Array(repeating: Int32(Timestamp.vietnamOffset), count: count)
    operatorCodes = Array(repeating: -1, count: count)
    operators = []
    stations = Array(repeating: 0, count: count)
  }

  /// The number of interviews.
  package var count: Int { modes.count }

  /// Takes the operators from names, one for each interview; an empty one is nobody.
  package mutating func setOperators(_ names: [String]) {
    var places: [String: Int32] = [:]
    operators = []
    operatorCodes = names.map { name in
      if name.isEmpty { return -1 }
      if let place = places[name] { return place }
      let place = Int32(operators.count)
      places[name] = place
      operators.append(name)
      return place
    }
  }

  /// How long an interview took in seconds; nil where either instant is missing or they contradict
  /// each other.
  package func seconds(at row: Int) -> Double? {
    let (start, end) = (started[row], finished[row])
    guard start != Self.unknown, end != Self.unknown, end >= start else { return nil }
    return Double(end - start) / 1000
  }

  /// The rows in the order in which they began, those without an instant last and as they stand.
  package var order: [Int] {
    started.indices.sorted { first, second in
      let left = started[first] == Self.unknown ? Int64.max : started[first]
      let right = started[second] == Self.unknown ? Int64.max : started[second]
      return (left, first) < (right, second)
    }
  }
}

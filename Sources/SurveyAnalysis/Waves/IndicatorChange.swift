package import SurveyModel
import SurveyStatistics

/// One indicator in two waves.
package struct IndicatorChange: Sendable {
  /// The groups of one question.
  package struct Breakdown: Sendable {
    /// The question.
    package let question: Question
    /// The groups of either wave with their changes.
    package let groups: [(level: GroupVariable.Level, change: WaveChange)]
  }

  /// A part of an index, an item of points, or an option.
  package struct Part: Sendable {
    /// The positions that lead to it: part, element, item of an index, or one position.
    package let path: [Int]
    /// How it is called.
    package let label: LocalizedText
    /// Its change.
    package let change: WaveChange
  }

  /// The indicator in the earlier wave.
  package let before: IndicatorResult
  /// The indicator in the later wave.
  package let after: IndicatorResult
  /// Questions that it reads and that only one of the waves has answers to; with any, the two
  /// figures are not the same quantity, and there is no change.
  package let incomparable: [Question]
  /// The whole.
  package let overall: WaveChange
  /// By the questions that divide both waves.
  package let breakdowns: [Breakdown]
  /// What it is made of, in the order of the report.
  package let parts: [Part]

  /// The indicator.
  package var indicator: Indicator { after.indicator }
  /// The scale on which it is read.
  package var unit: IndicatorUnit { after.unit }
}

/// The groups that one question makes in two waves, in one order.
struct JointGroups {
  let question: Question
  let levels: [GroupVariable.Level]
  let groupings: [Grouping]
  /// For each wave and group the position among the groups of that wave alone.
  let places: [[Int?]]

  /// The groups of `waves`; those that only one of them has come too.
  init(_ waves: [GroupVariable]) throws(SampleDesignError) {
    question = waves[waves.count - 1].question
    var levels: [GroupVariable.Level] = []
    var known: [String: Int] = [:]
    for wave in waves.reversed() {
      for level in wave.levels where known[level.code] == nil {
        known[level.code] = levels.count
        levels.append(level)
      }
    }
    let list = question.kind.choiceList
    let order = levels.indices.sorted { one, other in
      guard let list else { return one < other }
      let places = (
        list.index(of: levels[one].code) ?? one, list.index(of: levels[other].code) ?? other
      )
      return (places.0, one) < (places.1, other)
    }
    self.levels = order.map { levels[$0] }
    for (place, index) in order.enumerated() { known[levels[index].code] = place }
    var groupings: [Grouping] = []
    for wave in waves {
      let places = wave.levels.map { known[$0.code] ?? -1 }
      groupings.append(
        try Grouping(
          codes: wave.codes.map { $0 < 0 ? -1 : places[$0] },
          count: levels.count
        )
      )
    }
    self.groupings = groupings
    let joined = self.levels
    places = waves.map { wave in
      joined.map { level in wave.levels.firstIndex { $0.code == level.code } }
    }
  }
}

import SurveyAnalysis
import SurveyModel
import SurveyStatistics

/// A mean of means with the number of people behind each: whole, parts, elements, items.
///
/// A mean gives a hidden member away when all others are shown. So where a member speaks of too
/// few people, the smallest of the others is its cover: hidden too, down to one item.
struct MeanTree {
  /// The positions that lead to a mean; none for the whole.
  typealias Path = [Int]

  private enum State { case small, cover }

  /// People behind the mean.
  let size: Int
  /// The means that it is made of.
  let members: [MeanTree]

  init(_ size: Int, _ members: [MeanTree] = []) {
    self.size = size
    self.members = members
  }

  /// The means that are kept back.
  func keptBack(_ smallCounts: SmallCounts) -> Set<Path> {
    var paths: Set<Path> = []
    mark(&paths, at: [], as: smallCounts.hides(size) ? .small : nil, smallCounts)
    return paths
  }

  private func mark(
    _ paths: inout Set<Path>,
    at path: Path,
    as state: State?,
    _ smallCounts: SmallCounts
  ) {
    if state != nil { paths.insert(path) }
    let small = Set(
      members.indices.filter { state == .small || smallCounts.hides(members[$0].size) }
    )
    let needsCover = state == .cover || !small.isEmpty
    let cover = members.indices.filter { needsCover && !small.contains($0) && members[$0].size > 0 }
      .min { (members[$0].size, $0) < (members[$1].size, $1) }
    for (position, member) in members.enumerated() {
      let state: State? = small.contains(position) ? .small : position == cover ? .cover : nil
      member.mark(&paths, at: path + [position], as: state, smallCounts)
    }
  }
}

extension MeanTree {
  /// The tree of an index.
  init(_ whole: Estimate?, _ tree: IndexResult) {
    self.init(
      whole?.sampleSize ?? 0,
      tree.parts.map { part in
        MeanTree(
          part.estimate?.sampleSize ?? 0,
          part.elements.map { element in
            MeanTree(
              element.estimate?.sampleSize ?? 0,
              element.items.map { MeanTree($0.estimate?.sampleSize ?? 0) }
            )
          }
        )
      }
    )
  }

  /// The items that add up to points.
  init(_ whole: Estimate?, _ items: [(question: Question, estimate: Estimate?)]) {
    self.init(whole?.sampleSize ?? 0, items.map { MeanTree($0.estimate?.sampleSize ?? 0) })
  }
}

extension SummaryReport {
  /// Questions that an index or points keep back, and so every table of questions; and those whose
  /// answers make groups of which some are kept back.
  var keptBackQuestions: Set<String> {
    var questions = Set(
      analysis.items.map(\.question.id).filter { !analysis.groups.keptBack($0).isEmpty }
    )
    for result in analysis.indicators {
      let whole = result.estimates.overall
      switch result.detail {
      case .index(let tree):
        for path in MeanTree(whole, tree).keptBack(smallCounts) where path.count == 3 {
          let element = tree.parts[path[0]].elements[path[1]]
          questions.insert(element.items[path[2]].question.id)
        }
      case .points(let items):
        for path in MeanTree(whole, items).keptBack(smallCounts) where path.count == 1 {
          questions.insert(items[path[0]].question.id)
        }
      case .none, .choices: break
      }
    }
    return questions
  }
}

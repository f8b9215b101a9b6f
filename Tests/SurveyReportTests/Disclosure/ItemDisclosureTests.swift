import SurveyAnalysis
import SurveyModel
import SurveyStatistics
import Testing

@testable import SurveyReport

/// What a report hides of questions that few answered cannot be worked out from its means.
@Suite struct ItemDisclosureTests {
  private static let seeds = 0..<150

  private static func published(
    _ form: RandomForm
  ) throws -> (analysis: StudyAnalysis, items: PublishedItems) {
    let analysis = try form.analysis()
    let json = JSONRenderer().render(form.report(analysis))
    return (analysis, try PublishedItems(json, of: form))
  }

  @Test(arguments: seeds)
  func `nothing that a report hides of questions can be worked out`(_ seed: Int) throws {
    let form = RandomForm(seed)
    let (analysis, published) = try Self.published(form)
    let now = ItemAttack(form: form, data: form.data)
    let then = ItemAttack(form: form, data: form.earlier)
    #expect(!now.succeeds(published.told))
    #expect(!then.succeeds(published.before))
    for id in now.small { #expect(!published.told.contains(.item(id)), "\(id)") }
    for id in then.small { #expect(!published.before.contains(.item(id)), "\(id)") }
    // What one table keeps back stands in no other.
    for place in analysis.keptItems.questions.map({ PublishedItems.Place.item($0) }) {
      #expect(!published.told.contains(place), "\(place)")
      #expect(published.keptBack.contains(place), "\(place)")
    }
  }

  @Test(arguments: seeds)
  func `no sentence tells the figure of an indicator that is kept back`(_ seed: Int) throws {
    let form = RandomForm(seed)
    let (analysis, published) = try Self.published(form)
    let text = DecimalText(language: .vietnamese)
    for result in analysis.indicators
    where analysis.keptItems.indicators.contains(result.indicator.id) {
      let label = result.indicator.label.text(in: .vietnamese)
      #expect(!published.told.contains(.whole(label)), "\(label)")
      guard let overall = result.estimates.overall else { continue }
      let value =
        result.unit == .share
        ? text.percent(overall.value) : text.number(overall.value, decimals: 2)
      for sentence in published.sentences where sentence.contains(label) {
        #expect(!sentence.contains(value), "\(sentence)")
      }
    }
  }

  @Test func `the covers are few, and wholes are nearly always told`() throws {
    var (wholes, told, small, covers) = (0, 0, 0, 0)
    for seed in Self.seeds {
      let form = RandomForm(seed)
      let (analysis, published) = try Self.published(form)
      let few = ItemAttack(form: form, data: form.data).small
      small += few.count
      covers += analysis.keptItems.questions.count - few.count
      for result in analysis.indicators {
        guard case .index = result.detail, let size = result.estimates.overall?.sampleSize,
          size >= form.suppression.below
        else { continue }
        wholes += 1
        if published.told.contains(.whole(result.indicator.label.text(in: .vietnamese))) {
          told += 1
        }
      }
    }
    #expect(wholes > 150)
    #expect(told * 10 >= wholes * 9, "\(told) of \(wholes)")
    #expect(small > 60)
    #expect(covers <= small * 2, "\(covers) for \(small)")
  }

  @Test func `without any one of its covers a report gives a small question away`() throws {
    var (tried, broken) = (0, 0)
    for seed in Self.seeds {
      let form = RandomForm(seed)
      let (analysis, published) = try Self.published(form)
      let attack = ItemAttack(form: form, data: form.data)
      for id in analysis.keptItems.questions.subtracting(attack.small) {
        tried += 1
        if attack.succeeds(published.told.union([.item(id)])) { broken += 1 }
      }
    }
    #expect(tried > 40)
    #expect(broken == tried, "\(broken) of \(tried)")
  }

  @Test func `with small questions alone hidden most reports give them away`() throws {
    var (tried, broken) = (0, 0)
    for seed in Self.seeds {
      let form = RandomForm(seed)
      let attack = ItemAttack(form: form, data: form.data)
      let (analysis, published) = try Self.published(form)
      if attack.small.isEmpty || published.keptBack.isEmpty { continue }
      let covers = analysis.keptItems.questions.subtracting(attack.small)
        .map { PublishedItems.Place.item($0) }
      let means = published.keptBack.filter { place in
        switch place {
        case .item: false
        case .mean, .whole: true
        }
      }
      tried += 1
      if attack.succeeds(published.told.union(covers).union(means)) { broken += 1 }
    }
    #expect(tried > 40)
    #expect(broken * 10 >= tried * 6, "\(broken) of \(tried)")
  }
}

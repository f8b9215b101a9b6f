import SurveyAnalysis
import SurveyModel
import SurveyStatistics

extension SummaryReport {
  /// How people came to be asked.
  private var people: SampleDeclaration.People? {
    analysis.design.declaration.people ?? analysis.questionnaire.sample.people
  }

  /// Whether people chose by themselves to answer, so that no sampling error tells how far the
  /// figures are from those of all.
  var isSelfSelected: Bool { people == .counter || people == .volunteers }

  /// Whom the results speak of, in a sentence.
  var peopleSentence: String? {
    switch people {
    case .households:
      language.choose(
        "Người trả lời được chọn từ các hộ gia đình; kết quả nói về người dân của địa bàn, không riêng người đã đến giao dịch.",
        "People were drawn from households; the results speak of the residents, not only of those who came to a counter."
      )
    case .list:
      language.choose(
        "Người trả lời được chọn từ danh sách; kết quả nói về những người có trong danh sách.",
        "People were drawn from a list; the results speak of those on it."
      )
    case .counter:
      language.choose(
        "Người trả lời là người đến giao dịch và đồng ý trả lời ngay tại quầy. Kết quả chỉ nói về họ, thường cao hơn khảo sát hộ gia đình và không so sánh với khảo sát đó; khoảng tin cậy không gồm sai lệch do cách chọn này.",
        "Respondents came to the counter and agreed to answer there. The results speak of them alone, are usually higher than those of households and not comparable with them; intervals do not hold the bias of such a choice."
      )
    case .volunteers:
      language.choose(
        "Người trả lời tự tham gia; kết quả không đại diện cho ai khác và khoảng tin cậy không gồm sai lệch do cách chọn này.",
        "Respondents took part by themselves; the results speak for nobody else, and intervals do not hold the bias of such a choice."
      )
    case nil: nil
    }
  }

  /// From this share on a result is suspected to come from the way of asking.
  private static let suspectShare = 0.98

  /// A warning where nearly all are satisfied, or all answer alike.
  func suspicion(of result: IndicatorResult) -> [Report.Block] {
    guard result.indicator.measure == .satisfaction, let overall = result.estimates.overall,
      decision(result).suppression == nil
    else { return [] }
    let share: Double? =
      switch result.unit {
      case .share: overall.value
      case .index: overall.value / 100
      case .points(let maximum): maximum > 0 ? overall.value / maximum : nil
      case .number: nil
      }
    guard overall.lacksSpread || (share ?? 0) >= Self.suspectShare else { return [] }
    return [
      .note(
        language.choose(
          "Cần xem lại: gần như mọi người hài lòng hoặc trả lời như nhau. Kết quả như vậy thường do cách chọn người trả lời hoặc do có người khác chứng kiến; hãy xem thuocdo audit.",
          "To be looked at again: nearly everybody is satisfied or answers alike. Such results often come from how people were chosen or who was watching; see thuocdo audit."
        )
      )
    ]
  }
}

import SurveyAnalysis
import SurveyModel

/// The fixed words about the quality of interviews.
enum AuditWords: LocalizedMessage {
  case title, chapter, rules, byOperator, aboutOperators, withAndWithout
  case name(QualityRule)
  case meaning(QualityRule)
  case silence(RuleOutcome.Silence)
  case rule, lookedAt, pointedTo, note, number, evidence, operators, flagged, subject
  case value, others, difference, pValue, indicator, target, all, without(AuditComparison.Scenario)
  case nobody, everybody, missingShare, digits

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .title: "Chất lượng và tính trung thực của phiếu"
    case .chapter: "Chất lượng phiếu"
    case .rules: "Các quy tắc"
    case .byOperator: "Theo người nhập"
    case .aboutOperators: "Điểm khác thường về người nhập"
    case .withAndWithout: "Kết quả khi có và khi không có phiếu bị đánh dấu"
    case .name(let rule): Self.vietnameseName(rule)
    case .meaning(let rule): Self.vietnameseMeaning(rule)
    case .silence(let silence): Self.vietnamese(silence)
    case .rule: "Quy tắc"
    case .lookedAt: "Đã xem"
    case .pointedTo: "Đánh dấu"
    case .note: "Ghi chú"
    case .number: "Số phiếu"
    case .evidence: "Vì sao"
    case .operators: "Người nhập"
    case .flagged: "Phiếu bị đánh dấu"
    case .subject: "Nội dung"
    case .value: "Người này"
    case .others: "Những người khác"
    case .difference: "Chênh lệch (khoảng tin cậy; tỷ lệ: điểm phần trăm)"
    case .pValue: "p đã hiệu chỉnh"
    case .indicator: "Chỉ số"
    case .target: "Chỉ tiêu"
    case .all: "Tất cả phiếu"
    case .without(.withoutFlagged): "Không có phiếu bị đánh dấu"
    case .without(.withoutOperators): "Không có phiếu của người nhập khác thường"
    case .nobody: "(không ghi mã)"
    case .everybody: "(tất cả)"
    case .missingShare: "Tỷ lệ câu không có trả lời"
    case .digits: "Tỷ lệ chữ số cuối lệch chỗ"
    }
  }

  private var english: String {
    switch self {
    case .title: "Quality and integrity of the interviews"
    case .chapter: "Quality of the interviews"
    case .rules: "The rules"
    case .byOperator: "By operator"
    case .aboutOperators: "What is unusual about operators"
    case .withAndWithout: "Results with and without the interviews that are flagged"
    case .name(let rule): Self.englishName(rule)
    case .meaning(let rule): Self.englishMeaning(rule)
    case .silence(let silence): Self.english(silence)
    case .rule: "Rule"
    case .lookedAt: "Looked at"
    case .pointedTo: "Flagged"
    case .note: "Note"
    case .number: "Interview"
    case .evidence: "Why"
    case .operators: "Operator"
    case .flagged: "Flagged interviews"
    case .subject: "What"
    case .value: "This operator"
    case .others: "The others"
    case .difference: "Difference (interval; shares: percentage points)"
    case .pValue: "Adjusted p"
    case .indicator: "Indicator"
    case .target: "Target"
    case .all: "All interviews"
    case .without(.withoutFlagged): "Without flagged interviews"
    case .without(.withoutOperators): "Without interviews of unusual operators"
    case .nobody: "(no code)"
    case .everybody: "(all)"
    case .missingShare: "Share of questions without an answer"
    case .digits: "Share of last digits out of place"
    }
  }

  private static func vietnameseName(_ rule: QualityRule) -> String {
    switch rule {
    case .straightLining: "Chọn một mức cho mọi câu"
    case .speeding: "Nhanh hơn thời gian đọc"
    case .identicalForms: "Phiếu giống hệt nhau"
    case .nearIdenticalForms: "Phiếu gần như giống hệt nhau"
    case .bursts: "Nhiều phiếu ngoài giờ hoặc quá dồn dập"
    case .duplicateDossiers: "Một hồ sơ có hai phiếu"
    case .operatorMeans: "Người nhập có kết quả khác hẳn"
    case .missingAnswers: "Người nhập có tỷ lệ bỏ trống khác hẳn"
    case .digitPreference: "Chữ số cuối khác thường"
    }
  }

  private static func englishName(_ rule: QualityRule) -> String {
    switch rule {
    case .straightLining: "Straight lines"
    case .speeding: "Faster than reading"
    case .identicalForms: "Identical forms"
    case .nearIdenticalForms: "Nearly identical forms"
    case .bursts: "Bursts after hours or beyond what can be"
    case .duplicateDossiers: "Second form of a dossier"
    case .operatorMeans: "Operator with other results"
    case .missingAnswers: "Operator with other shares of missing answers"
    case .digitPreference: "Unusual last digits"
    }
  }

  private static func vietnameseMeaning(_ rule: QualityRule) -> String {
    switch rule {
    case .straightLining:
      "Người trả lời chọn cùng một mức cho cả khối câu, nhiều hơn mức mà các câu trả lời khác cho phép chờ đợi. Điều này có thể là trả lời cho xong; nhưng người thật sự thấy mọi việc như nhau cũng trả lời như vậy."
    case .speeding:
      "Phiếu hoàn thành nhanh hơn thời gian tối thiểu để đọc các câu hỏi. Có thể không ai được hỏi; cũng có thể đồng hồ của máy bị chỉnh, hoặc phiếu hỏi xong rồi mới nhập."
    case .identicalForms:
      "Mọi câu trả lời trùng với một phiếu trước đó, đến mức khó là ngẫu nhiên. Có thể là sao chép hoặc nhập hai lần; cũng có thể người trong một nhà cùng trả lời."
    case .nearIdenticalForms:
      "Gần như mọi câu trả lời trùng với một phiếu trước đó của cùng người nhập, cùng cụm hoặc cùng ngày, đến mức khó là ngẫu nhiên. Có thể là sao chép rồi sửa vài câu; cũng có thể hai người cùng trả lời với nhau."
    case .bursts:
      "Nhiều phiếu của một người bắt đầu trong một giờ, ngoài giờ làm việc, hoặc nhiều hơn mức có thể làm. Có thể là điền hộ; cũng có thể là nhập bù phiếu đã hỏi từ trước, hoặc cả nhóm dùng chung một mã."
    case .duplicateDossiers:
      "Một hồ sơ có phiếu thứ hai trong cùng đợt. Có thể một người trả lời hai lần; cũng có thể gõ nhầm số hồ sơ."
    case .operatorMeans:
      "Kết quả của một người nhập khác hẳn những người còn lại. Có thể do cách hỏi; cũng có thể do địa bàn của người ấy khác, vì địa bàn không được giao ngẫu nhiên."
    case .missingAnswers:
      "Tỷ lệ câu không có trả lời của một người nhập khác hẳn những người còn lại. Nhiều có thể là bỏ câu không hỏi, ít có thể là tự điền; cũng có thể do người được hỏi khác nhau."
    case .digitPreference:
      "Chữ số cuối của các số không phân bố như lẽ thường, hay dồn về 0 và 5. Ở mọi người thì thường do người trả lời làm tròn; chỉ ở một người nhập thì có thể do người ấy ước chừng hộ."
    }
  }

  private static func englishMeaning(_ rule: QualityRule) -> String {
    switch rule {
    case .straightLining:
      "The respondent chose the same level for a whole block, in more cases than the other answers lead one to expect. This can be answering without reading; but whoever finds everything alike answers so, too."
    case .speeding:
      "The interview took less than the least time in which its questions can be read. Perhaps nobody was asked; perhaps a clock was set, or the form was typed after it was asked."
    case .identicalForms:
      "All answers are those of an earlier form, beyond what chance gives. Perhaps it was copied or typed twice; perhaps people of one house answered together."
    case .nearIdenticalForms:
      "Nearly all answers are those of an earlier form of the same operator, cluster or day, beyond what chance gives. Perhaps it was copied and changed a little; perhaps two people answered together."
    case .bursts:
      "Many forms of one operator began within an hour, after hours, or more than can be. Perhaps they were filled in for others; perhaps forms of earlier days were typed, or a team shares one code."
    case .duplicateDossiers:
      "A dossier has a second form in the same wave. Perhaps somebody answered twice; perhaps a number was mistyped."
    case .operatorMeans:
      "The results of one operator are surely other than those of the rest. Perhaps it is how they ask; perhaps it is their place, for places are not given at random."
    case .missingAnswers:
      "One operator's share of questions without an answer is surely other than that of the rest. Many may be questions that were not asked, few may be answers that were made up; perhaps the respondents differ."
    case .digitPreference:
      "Last digits of numbers do not spread as they should, mostly towards 0 and 5. With everybody it is respondents who round; with one operator alone it may be that operator's guesses."
    }
  }

  private static func vietnamese(_ silence: RuleOutcome.Silence) -> String {
    switch silence {
    case .noInstants: "không có giờ bắt đầu và kết thúc"
    case .noOperators: "không biết ai nhập, hoặc chỉ một người nhập"
    case .noScale(let items): "không có \(items) câu liền nhau cùng thang điểm"
    case .noDossiers: "không có số hồ sơ"
    case .tooFewAnswers: "phiếu quá ngắn hoặc có quá ít số"
    case .tooFewInterviews: "quá ít phiếu để so sánh"
    }
  }

  private static func english(_ silence: RuleOutcome.Silence) -> String {
    switch silence {
    case .noInstants: "no times of beginning and end"
    case .noOperators: "nobody is named as operator, or only one"
    case .noScale(let items): "no \(items) questions of one scale in a row"
    case .noDossiers: "no dossier numbers"
    case .tooFewAnswers: "the form is too short, or there are too few numbers"
    case .tooFewInterviews: "too few interviews to compare"
    }
  }
}

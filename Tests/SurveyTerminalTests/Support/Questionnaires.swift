import SurveyModel
import SurveyTerminal

/// 2026-11-21 09:05 in Vietnam.
let testMoment = Timestamp(milliseconds: 1_795_226_700_000)

private let place = SourceLocation(file: "test", line: 1, column: 1)

private func words(_ vietnamese: String, _ english: String) -> LocalizedText {
  LocalizedText(["vi": vietnamese, "en": english])
}

private func rule(_ text: String) throws -> LocatedExpression {
  LocatedExpression(try Expression.parse(text), at: place)
}

private let missing = [
  MissingCode(code: "8", reason: .doNotKnow, label: words("Không biết", "Do not know")),
  MissingCode(code: "9", reason: .refused, label: words("Không trả lời", "No answer")),
]

private let satisfaction = ChoiceList(
  id: "hai-long",
  choices: [
    Choice(code: "1", label: words("Rất không hài lòng", "Very dissatisfied")),
    Choice(code: "2", label: words("Không hài lòng", "Dissatisfied")),
    Choice(code: "3", label: words("Bình thường", "Neither")),
    Choice(code: "4", label: words("Hài lòng", "Satisfied")),
    Choice(code: "5", label: words("Rất hài lòng", "Very satisfied")),
  ]
)

private let yesNo = ChoiceList(
  id: "co-khong",
  choices: [
    Choice(code: "1", label: words("Có", "Yes")),
    Choice(code: "2", label: words("Không", "No")),
  ]
)

private let wards = ChoiceList(
  id: "phuong",
  choices: [
    Choice(code: "1", label: words("Phường Một", "Ward One")),
    Choice(code: "2", label: words("Phường Hai", "Ward Two")),
    Choice(code: "12", label: words("Phường Mười Hai", "Ward Twelve")),
  ]
)

private let channels = ChoiceList(
  id: "kenh",
  choices: [
    Choice(code: "1", label: words("Áp phích", "Poster")),
    Choice(code: "2", label: words("Loa phường", "Loudspeaker")),
    Choice(code: "3", label: words("Mạng xã hội", "Social media")),
    Choice(code: "7", label: words("Không kênh nào", "None of these"), isExclusive: true),
  ]
)

private func general() throws -> Section {
  var ward = Question(
    id: "phuong",
    kind: .selectOne(wards),
    label: words("Ông/Bà ở phường nào?", "Which ward do you live in?"),
    location: place
  )
  ward.required = .always
  ward.persists = true
  var age = Question(
    id: "tuoi",
    kind: .integer,
    label: words("Năm nay Ông/Bà bao nhiêu tuổi?", "How old are you?"),
    hint: words("Tuổi tròn", "In full years"),
    location: place
  )
  age.required = .always
  age.constraint = try rule(". >= 18 and . <= 120")
  age.constraintMessage = words(
    "Phiếu này chỉ hỏi người từ 18 đến 120 tuổi.",
    "This form is for people from 18 to 120."
  )
  age.warning = try rule(". > 100")
  age.warningMessage = words("Trên 100 tuổi là hiếm; xin xem lại.", "Over 100 is rare.")
  return Section(
    id: "chung",
    title: words("Thông tin chung", "General information"),
    questions: [ward, age]
  )
}

private func service() throws -> Section {
  var channel = Question(
    id: "kenh",
    kind: .selectMultiple(channels),
    label: words(
      "Ông/Bà biết thông tin về thủ tục hành chính qua những kênh nào?",
      "Through which channels do you learn about procedures?"
    ),
    location: place
  )
  channel.missing = missing
  var visited = Question(
    id: "da_den",
    kind: .selectOne(yesNo),
    label: words(
      "Trong 12 tháng qua, Ông/Bà có đến Ủy ban nhân dân phường làm thủ tục không?",
      "Have you been to the ward office in the last 12 months?"
    ),
    location: place
  )
  visited.required = .always
  var attitude = Question(
    id: "thai_do",
    kind: .selectOne(satisfaction),
    label: words(
      "Ông/Bà có hài lòng về thái độ phục vụ của công chức không?",
      "How satisfied are you with the attitude of the officials?"
    ),
    location: place
  )
  attitude.relevant = try rule("${da_den} = '1'")
  attitude.missing = missing
  var trouble = Question(
    id: "kho_khan",
    kind: .text,
    label: words("Ông/Bà gặp khó khăn gì?", "What was difficult?"),
    location: place
  )
  trouble.relevant = try rule("${da_den} = '1' and ${thai_do} <= 2")
  return Section(
    id: "phuc-vu",
    title: words("Sự phục vụ", "Service"),
    questions: [channel, visited, attitude, trouble]
  )
}

private func closing() throws -> Section {
  let thanks = Question(
    id: "cam_on",
    kind: .note,
    label: words("Còn hai câu cuối.", "Two last questions."),
    location: place
  )
  var day = Question(
    id: "ngay",
    kind: .date,
    label: words("Ngày phỏng vấn", "Date of the interview"),
    location: place
  )
  day.defaultAnswer = .expression(try rule("today()"))
  let opinion = Question(
    id: "y_kien",
    kind: .text,
    label: words("Ý kiến khác của Ông/Bà", "Other remarks"),
    location: place
  )
  return Section(
    id: "ket",
    title: words("Kết thúc", "Closing"),
    questions: [thanks, day, opinion]
  )
}

/// Every kind of question, a branch, a hard and a soft rule, a persistent field, consent.
func samplePlan() throws -> InterviewPlan {
  let questionnaire = Questionnaire(
    id: "mau",
    version: "1",
    languages: ["vi", "en"],
    title: words("Phiếu lấy ý kiến người dân", "Citizens' opinion form"),
    consent: Questionnaire.Consent(
      version: "1",
      text: words(
        "Câu trả lời của Ông/Bà được giữ kín và chỉ dùng để thống kê. Ông/Bà có thể dừng lại bất cứ lúc nào.",
        "Your answers stay confidential. You may stop at any time."
      )
    ),
    sections: [try general(), try service(), try closing()]
  )
  return try InterviewPlan(questionnaire)
}

/// One section of questions without rules, each of which may be left blank.
func plan(
  _ questions: [(id: String, kind: QuestionKind)],
  edit: (inout Question) -> Void = { _ in }
) throws -> InterviewPlan {
  let asked = questions.map { question in
    var asked = Question(
      id: question.id,
      kind: question.kind,
      label: LocalizedText(["vi": "Câu \(question.id)"]),
      location: place
    )
    edit(&asked)
    return asked
  }
  return try InterviewPlan(
    Questionnaire(
      id: "ngan",
      version: "1",
      languages: ["vi"],
      title: LocalizedText(["vi": "Phiếu ngắn"]),
      sections: [Section(id: "a", title: LocalizedText([:]), questions: asked)]
    )
  )
}

/// A list with these codes.
func list(_ codes: [String]) -> ChoiceList {
  ChoiceList(
    id: "ds",
    choices: codes.map { Choice(code: $0, label: LocalizedText(["vi": "Mã \($0)"])) }
  )
}

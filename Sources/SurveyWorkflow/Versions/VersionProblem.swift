import SurveyModel

/// Why versions cannot be compared or brought together.
enum VersionProblem: LocalizedMessage {
  case otherQuestionnaire(String, String)
  case otherMap(VersionMap, id: String, from: String, to: String)
  case sameLabel(Questionnaire, [VersionChange])
  case firstVersion(Questionnaire)
  case onlyVersion(Questionnaire)
  case forbidden([VersionChange], study: String, form: String, map: String?)
  case undecided([VersionChange], study: String, form: String)
  case trialOfNewVersion(String)
  case planDoesNotFit([Diagnostic])
  case planAlone(Questionnaire)

  func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .otherQuestionnaire(let one, let other):
      "'\(one)' và '\(other)' là hai phiếu khác nhau, không phải hai phiên bản của một phiếu; "
        + "xem lại mã ở khóa 'questionnaire'"
    case .otherMap(let map, let id, let from, let to):
      "bản đồ này từ '\(map.questionnaire)' bản '\(map.from)' sang bản '\(map.to)'; "
        + "cần bản đồ từ '\(id)' bản '\(from)' sang bản '\(to)'"
    case .sameLabel(let form, let changes):
      "phiên bản '\(form.version)' của phiếu '\(form.id)' đã có trong nghiên cứu với nội dung khác; "
        + "mỗi nội dung là một phiên bản, hãy đổi 'version' trong tệp"
        + Self.list(changes, .vietnamese)
    case .firstVersion(let form):
      "'\(form.version)' là phiên bản đầu của phiếu '\(form.id)' nên không có gì để chuyển đổi; "
        + "bỏ --map"
    case .onlyVersion(let form):
      "phiếu '\(form.id)' chỉ có phiên bản '\(form.version)' nên không rút được"
    case .forbidden(let changes, let study, let form, let map):
      "không nhận được phiên bản này: câu trả lời đã lưu sẽ bị hiểu sai; "
        + (map == nil
          ? "hãy đặt mã mới cho câu đã đổi, hoặc lập bản đồ chuyển đổi: "
            + "thuocdo compare \(study) \(form) --write-map MAP.yaml, xem từng dòng, rồi "
            + "thuocdo migrate \(study) --to \(form) --map MAP.yaml"
          : "bản đồ chưa nói đến những điều sau, hãy bổ sung 'recode', 'comparable' hoặc 'becomes'")
        + Self.list(changes, .vietnamese)
    case .undecided(let changes, let study, let form):
      "phiên bản này làm câu trả lời cũ và mới không so sánh được, người phụ trách cần quyết định: "
        + "thuocdo migrate \(study) --to \(form) (không tính chung), hoặc thêm --map MAP.yaml"
        + Self.list(changes, .vietnamese)
    case .trialOfNewVersion(let version):
      "chưa chạy thử được với phiên bản '\(version)' vì nghiên cứu chưa có; "
        + "nhận phiên bản trước bằng: thuocdo migrate"
    case .planDoesNotFit(let findings):
      "kế hoạch của nghiên cứu không khớp với phiên bản này; giữ mã của câu và chỉ số, "
        + "hoặc đưa kế hoạch đã sửa vào cùng lúc bằng migrate --plan"
        + findings.map { "\n  • \($0.text(in: .vietnamese))" }.joined()
    case .planAlone(let form):
      "kế hoạch chỉ vào cùng phiên bản mới nhất, khi phiên bản ấy hoặc bản đồ của nó được nhận; "
        + "lần này phiên bản '\(form.version)' không cần kế hoạch, hãy bỏ --plan"
    }
  }

  private var english: String {
    switch self {
    case .otherQuestionnaire(let one, let other):
      "'\(one)' and '\(other)' are two questionnaires, not two versions of one; "
        + "check the key 'questionnaire'"
    case .otherMap(let map, let id, let from, let to):
      "this map leads from '\(map.questionnaire)' version '\(map.from)' to '\(map.to)'; "
        + "needed is one from '\(id)' version '\(from)' to '\(to)'"
    case .sameLabel(let form, let changes):
      "the study has version '\(form.version)' of questionnaire '\(form.id)' with another text; "
        + "each text is a version of its own, change 'version' in the file"
        + Self.list(changes, .english)
    case .firstVersion(let form):
      "'\(form.version)' is the first version of questionnaire '\(form.id)', from which nothing "
        + "leads here; leave --map out"
    case .onlyVersion(let form):
      "version '\(form.version)' of questionnaire '\(form.id)' is the only one and stays"
    case .forbidden(let changes, let study, let form, let map):
      "this version is not taken: stored answers would be read as something else; "
        + (map == nil
          ? "give the changed questions new ids, or make a map: "
            + "thuocdo compare \(study) \(form) --write-map MAP.yaml, look at each line, then "
            + "thuocdo migrate \(study) --to \(form) --map MAP.yaml"
          : "the map does not speak of what follows; add 'recode', 'comparable' or 'becomes'")
        + Self.list(changes, .english)
    case .undecided(let changes, let study, let form):
      "with this version older and newer answers cannot be compared, and somebody has to decide: "
        + "thuocdo migrate \(study) --to \(form) (counted apart), or with --map MAP.yaml"
        + Self.list(changes, .english)
    case .trialOfNewVersion(let version):
      "no trial with version '\(version)', which the study does not have yet; "
        + "take it first with: thuocdo migrate"
    case .planDoesNotFit(let findings):
      "the study's plan does not fit this version; keep the ids of questions and indicators, "
        + "or bring a plan that fits along with migrate --plan"
        + findings.map { "\n  • \($0.text(in: .english))" }.joined()
    case .planAlone(let form):
      "a plan comes only with the newest version, when that version or a map to it is taken; "
        + "version '\(form.version)' takes none this time, leave --plan out"
    }
  }

  private static func list(_ changes: [VersionChange], _ language: InterfaceLanguage) -> String {
    changes.map { "\n  • \($0.text(in: language))" }.joined()
  }
}

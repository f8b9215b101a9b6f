import SurveyModel
import SurveyStore
import Testing

@Suite struct StudyErrorTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let error: StudyError
    let vietnamese: String
    let english: String
    var testDescription: String { english }

    init(_ error: StudyError, _ vietnamese: String, _ english: String) {
      self.error = error
      self.vietnamese = vietnamese
      self.english = english
    }
  }

  static let interview = InterviewID(station: 1, sequence: 2)
  static let batch = BatchID(255)

  static let cases: [Case] = [
    Case(
      .fileMissing(path: "a.thuocdo"),
      "a.thuocdo: không có tệp này",
      "a.thuocdo: there is no such file"
    ),
    Case(.isFolder(path: "a"), "đây là thư mục", "this is a folder"),
    Case(.fileExists(path: "a"), "không ghi đè", "overwrites nothing"),
    Case(.folderMissing(path: "a"), "tạo thư mục trước", "make the folder first"),
    Case(.notReadable(path: "a"), "không được phép đọc", "may not be read"),
    Case(.notWritable(path: "a"), "cấp quyền ghi", "allow writing"),
    Case(.notADatabase(path: "a"), "không phải cơ sở dữ liệu SQLite", "not an SQLite database"),
    Case(.notAStudy(path: "a"), "không phải nghiên cứu ThuocDo", "not a ThuocDo study"),
    Case(
      .newerStudy(path: "a", version: 9, supported: 1),
      "cấu trúc bản 9, chương trình này chỉ biết tới bản 1; cài bản ThuocDo mới hơn",
      "structure 9, this program knows structures up to 1; install a newer ThuocDo"
    ),
    Case(.corrupted(path: "a"), "khôi phục từ bản sao lưu", "restore the latest backup"),
    Case(.busy(path: "a"), "đang ghi vào nghiên cứu", "writing to the study"),
    Case(.importRunning(path: "a"), "lần nhập liệu khác đang chạy", "another import is running"),
    Case(
      .diskFull(path: "a"),
      "đĩa đã đầy, lần ghi này bị hủy và dữ liệu trước đó còn nguyên; giải phóng đĩa rồi thử lại",
      "the disk is full, this change was undone and earlier data are intact; free some space and try again"
    ),
    Case(.closed(path: "a"), "nghiên cứu đã đóng", "has been closed"),
    Case(.openedForReading(path: "a"), "mở chỉ để đọc", "for reading only"),
    Case(
      .failed(path: "a", code: 10, detail: "disk I/O"),
      "lỗi 10 (disk I/O)",
      "error 10 (disk I/O)"
    ),
    Case(
      .unknownQuestionnaire(id: "q", version: "1", known: ["q 2"]),
      "không có phiếu 'q' bản '1'; các phiếu đang có: 'q 2'",
      "no questionnaire 'q' version '1'; it has 'q 2'"
    ),
    Case(
      .unknownQuestionnaire(id: "q", version: "1", known: []),
      "thêm phiếu trước",
      "add it first"
    ),
    Case(.versionExists(id: "q", version: "1"), "tăng số bản", "raise the version"),
    Case(.versionInUse(id: "q", version: "1"), "không rút được", "so that it stays"),
    Case(
      .questionnaireDiffers(id: "q", version: "1", question: "h1"),
      "ở câu 'h1'",
      "at question 'h1'"
    ),
    Case(
      .unknownWave(id: "w", known: ["2025", "2026"]),
      "'2025', '2026'",
      "it has '2025', '2026'"
    ),
    Case(.unknownWave(id: "w", known: []), "thêm đợt bằng lệnh 'wave'", "add one with 'wave'"),
    Case(.waveExists(id: "w"), "đợt 'w' đã có", "wave 'w' exists"),
    Case(.wavePeriod(id: "w"), "kết thúc trước khi bắt đầu", "ends before it begins"),
    Case(.noOpenWave, "không có đợt nào đang mở", "no open wave"),
    Case(.severalOpenWaves(["a", "b"]), "('a', 'b'); chỉ rõ một đợt", "('a', 'b'); name one"),
    Case(.unknownDraft(DraftID(3)), "phiếu dở số 3", "no draft 3"),
    Case(.unknownInterview(interview), "'0000000000000001-2'", "'0000000000000001-2'"),
    Case(.interviewVoided(interview), "đã bị hủy", "has been voided"),
    Case(.conflictingRevisions(interview), "trái nhau", "conflicting"),
    Case(.countChanged("tin_bai"), "vừa được người khác ghi", "has just written on count"),
    Case(.unknownBatch(batch), "'000000000000000000000000000000ff'", "no completed import"),
    Case(.batchEnded(batch), "đã kết thúc", "has ended"),
    Case(
      .batchUndone(batch, at: Sample.moment(0)),
      "đã được hoàn tác ngày 18/11/2026",
      "was undone on 2026-11-18"
    ),
    Case(
      .batchBuiltUpon(batch, by: BatchID(1), interview: interview),
      "hoàn tác lần nhập sau trước",
      "undo the later import first"
    ),
    Case(.unknownRecord("a1"), "mã hoặc khóa 'a1'", "the id or key 'a1'"),
    Case(
      .answerDoesNotFit(question: "h1", answer: .choice("7")),
      "câu 'h1': câu trả lời “7”",
      "answer “7”"
    ),
    Case(.answerCount(expected: 9, found: 2), "9 câu nhưng nhận 2", "9 questions but 2"),
  ]

  @Test(arguments: cases)
  func `each error names the place, the rule and the repair`(_ sample: Case) {
    let vietnamese = sample.error.text(in: .vietnamese)
    let english = sample.error.text(in: .english)
    #expect(vietnamese.contains(sample.vietnamese))
    #expect(english.contains(sample.english))
    #expect(vietnamese != english)
    #expect(vietnamese.contains(";") || vietnamese.contains("xin"))
    #expect(english.contains(";"))
  }
}

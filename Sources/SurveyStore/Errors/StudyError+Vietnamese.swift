import SurveyModel

extension StudyError {
  var vietnamese: String {
    switch self {
    case .fileMissing(let path):
      "\(path): không có tệp này; xem lại đường dẫn, hoặc tạo nghiên cứu mới bằng lệnh 'new'"
    case .isFolder(let path):
      "\(path): đây là thư mục, không phải tệp nghiên cứu; xin chỉ tới tệp .thuocdo"
    case .fileExists(let path):
      "\(path): đã có tệp này; nghiên cứu mới không ghi đè, xin chọn tên khác"
    case .folderMissing(let path):
      "\(path): thư mục chứa tệp không tồn tại; tạo thư mục trước"
    case .notReadable(let path):
      "\(path): không được phép đọc tệp này; xin quyền đọc từ người quản trị máy"
    case .notWritable(let path):
      "\(path): tệp hoặc thư mục chứa nó chỉ cho đọc; cấp quyền ghi, hoặc chép tệp sang nơi ghi được"
    case .notADatabase(let path):
      "\(path): không phải tệp nghiên cứu (không phải cơ sở dữ liệu SQLite); xem lại đường dẫn"
    case .notAStudy(let path):
      "\(path): là cơ sở dữ liệu SQLite nhưng không phải nghiên cứu ThuocDo; xem lại đường dẫn"
    case .newerStudy(let path, let version, let supported):
      "\(path): nghiên cứu dùng cấu trúc bản \(version), chương trình này chỉ biết tới bản \(supported); "
        + "cài bản ThuocDo mới hơn"
    case .corrupted(let path):
      "\(path): tệp bị hỏng; giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất"
    case .busy(let path):
      "\(path): chương trình khác đang ghi vào nghiên cứu quá 5 giây; chờ nó xong rồi thử lại"
    case .importRunning(let path):
      "\(path): một lần nhập liệu khác đang chạy; chờ nó xong rồi thử lại"
    case .diskFull(let path):
      "\(path): đĩa đã đầy, lần ghi này bị hủy và dữ liệu trước đó còn nguyên; giải phóng đĩa rồi thử lại"
    case .closed(let path):
      "\(path): nghiên cứu đã đóng; mở lại trước khi dùng"
    case .openedForReading(let path):
      "\(path): nghiên cứu được mở chỉ để đọc; mở lại với quyền ghi"
    case .failed(let path, let code, let detail):
      "\(path): SQLite báo lỗi \(code) (\(detail)); kiểm tra đĩa, nếu lặp lại hãy gửi câu này cho nhóm phát triển"
    case .unknownQuestionnaire(let id, let version, let known):
      "nghiên cứu không có phiếu '\(id)' bản '\(version)'"
        + (known.isEmpty ? "; thêm phiếu trước" : "; các phiếu đang có: \(quoted(known))")
    case .versionExists(let id, let version):
      "phiếu '\(id)' bản '\(version)' đã có trong nghiên cứu với nội dung khác; "
        + "mỗi nội dung là một bản, xin tăng số bản (version)"
    case .questionnaireDiffers(let id, let version, let question):
      "phiếu '\(id)' bản '\(version)' khác bản đang lưu ở câu '\(question)'; "
        + "dùng phiếu lưu trong nghiên cứu, hoặc tăng số bản (version)"
    case .versionInUse(let id, let version):
      "đã có phiếu, phiếu dở hoặc lô nhập theo phiên bản '\(version)' của phiếu '\(id)' nên không rút được; "
        + "hãy nhận thêm một phiên bản bằng 'migrate --to'"
    case .unknownWave(let id, let known):
      "nghiên cứu không có đợt '\(id)'"
        + (known.isEmpty ? "; thêm đợt bằng lệnh 'wave'" : "; các đợt đang có: \(quoted(known))")
    case .waveExists(let id):
      "đợt '\(id)' đã có; mỗi đợt có một mã riêng, xin chọn mã khác"
    case .wavePeriod(let id):
      "đợt '\(id)' kết thúc trước khi bắt đầu; sửa ngày 'from' hoặc 'to'"
    case .noOpenWave:
      "nghiên cứu không có đợt nào đang mở; thêm đợt bằng lệnh 'wave' hoặc chỉ rõ '--wave'"
    case .severalOpenWaves(let ids):
      "có nhiều đợt đang mở (\(quoted(ids))); chỉ rõ một đợt bằng '--wave'"
    case .unknownDraft(let draft):
      "không còn phiếu dở số \(draft.rawValue); phiếu đã được lưu hoặc bỏ, xin mở phiếu mới"
    case .unknownInterview(let id):
      "nghiên cứu không có phiếu trả lời '\(id)'; xem lại mã phiếu"
    case .interviewVoided(let id):
      "phiếu trả lời '\(id)' đã bị hủy; phiếu đã hủy không sửa được, xin nhập phiếu mới"
    case .interviewChanged(let id):
      "phiếu '\(id)' vừa được người khác sửa; chưa ghi gì của lần kiểm nhập phiếu này"
    case .conflictingRevisions(let id):
      "phiếu trả lời '\(id)' có hai bản sửa trái nhau; chọn một bản trước khi sửa tiếp"
    case .dossierKeyMissing(let wave, let file):
      "\(file): không có khóa mã hồ sơ của đợt '\(wave)'; chép tệp này từ máy đã tạo ra nó"
    case .dossierKeyDestroyed(let wave):
      "đợt '\(wave)' đã đóng và khóa mã hồ sơ đã bị hủy; phiếu có mã hồ sơ phải thuộc một đợt đang mở"
    case .countChanged(let name):
      "số liệu '\(name)' vừa được người khác ghi; chưa ghi gì, hãy xem lại bằng 'count' rồi nhập lại"
    case .unknownBatch(let id):
      "nghiên cứu không có lần nhập '\(id.hex)' đã xong; xem lại mã lần nhập"
    case .batchEnded(let id):
      "lần nhập '\(id.hex)' đã kết thúc; bắt đầu lần nhập mới"
    case .batchUndone(let id, let moment):
      "lần nhập '\(id.hex)' đã được hoàn tác ngày \(moment.localDate.dayMonthYear); không còn gì để hoàn tác"
    case .batchBuiltUpon(let id, let other, let interview):
      "lần nhập '\(id.hex)' đã sửa phiếu trả lời '\(interview)', và lần nhập '\(other.hex)' sửa tiếp phiếu ấy; "
        + "hoàn tác lần nhập sau trước"
    case .unknownRecord(let record):
      "nghiên cứu không có phiếu trả lời nào mang mã hoặc khóa '\(record)'; xem lại mã"
    case .answerDoesNotFit(let question, let answer):
      "câu '\(question)': câu trả lời “\(answer.text)” không hợp với kiểu hoặc danh sách của câu; "
        + "kiểm tra câu trả lời trước khi lưu"
    case .answerCount(let expected, let found):
      "phiếu có \(expected) câu nhưng nhận \(found) câu trả lời; mỗi câu cần đúng một câu trả lời"
    }
  }
}

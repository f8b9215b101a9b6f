import SurveyFormats
import SurveyModel
import Tabular
import Testing

/// The headers that survey systems write, each as a made-up file of that system.
@Suite struct HeaderDialectTests {
  private let form: DialectForm

  init() throws { form = try DialectForm() }

  @Test func `ODK Central: groups before names and columns about the submission`() throws {
    let reading = try form.reading(
      """
      SubmissionDate,meta-instanceID,thong_tin-don_vi,thong_tin-tuoi,a1,kenh,kenh/1,kenh/b,KEY,SubmitterID,SubmitterName,AttachmentsPresent,Status,ReviewState,DeviceID,Edits,FormVersion
      2026-09-01T02:00:00.000Z,uuid:1,Xã A,30,4,1 b,1,1,uuid:1,5,dtv1,0,,approved,x,0,3
      """
    )
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1", "kenh", "kenh/1", "kenh/b"])
    #expect(reading.map.unknown.isEmpty)
    #expect(reading.metas[.recordKey] == ["meta-instanceID", "KEY"])
    // An edit on the server changes the other one.
    #expect(reading.map.column(of: .recordKey) == 8)
    #expect(reading.metas[.submissionTime] == ["SubmissionDate"])
    #expect(reading.metas[.operatorName] == ["SubmitterID", "SubmitterName"])
    #expect(reading.map.column(of: .operatorName) == 10)
  }

  @Test func `KoboToolbox with names: paths, options behind a slash, columns with underscores`()
    throws
  {
    let reading = try form.reading(
      """
      start;end;thong_tin/don_vi;thong_tin/tuoi;hai_long/a1;kenh;kenh/1;kenh/b;kenh/9;__version__;_id;_uuid;_submission_time;_validation_status;_submitted_by;_index
      2026-09-01T09:00:00.000+07:00;2026-09-01T09:10:00.000+07:00;Xã A;30;4;1 b;1;1;0;v1;10;u-1;2026-09-01T02:10:00;;dtv1;1
      """
    )
    #expect(
      reading.columns(of: form) == ["don_vi", "tuoi", "a1", "kenh", "kenh/1", "kenh/b", "kenh/9"]
    )
    #expect(reading.map.unknown.isEmpty)
    #expect(reading.map.column(of: .recordKey) == 11)
    #expect(reading.map.column(of: .startTime) == 0)
    #expect(reading.map.column(of: .endTime) == 1)
    #expect(reading.map.column(of: .submissionTime) == 12)
  }

  @Test func `KoboToolbox with labels: question and option in one header`() throws {
    let reading = try form.reading(
      """
      Đơn vị của Ông/Bà,Ông/Bà bao nhiêu tuổi?,Thái độ phục vụ,Ông/Bà biết tin qua kênh nào?,Ông/Bà biết tin qua kênh nào?/Loa phát thanh,"Ông/Bà biết tin qua kênh nào?/Báo, đài",_id,_uuid
      Xã A,30,Hài lòng,"Loa phát thanh Báo, đài",1,1,10,u-1
      """
    )
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1", "kenh", "kenh/1", "kenh/b"])
    #expect(reading.map.unknown.isEmpty)
  }

  @Test func `Ona: the first turn of a repeat, and n/a`() throws {
    let reading = try form.reading(
      """
      ho[1]/don_vi,ho[1]/tuoi,ho[2]/tuoi,hai_long/a1,hai_long/kenh/1,hai_long/kenh/b,meta/instanceID,_xform_id,_tags
      Xã A,30,n/a,4,True,False,uuid:1,77,n/a
      """
    )
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1", "kenh/1", "kenh/b"])
    #expect(reading.map.unknown == ["ho[2]/tuoi"])
    #expect(reading.map.column(of: .recordKey) == 6)
  }

  @Test func `Google Forms: whole questions, a grid with its rows, a time stamp`() throws {
    let reading = try form.reading(
      """
      Dấu thời gian,Địa chỉ email,Đơn vị của Ông/Bà,Ông/Bà bao nhiêu tuổi?,Mức độ hài lòng [Thái độ phục vụ],Mức độ hài lòng [Thời hạn giải quyết],Ông/Bà biết tin qua kênh nào?
      28/09/2026 8:05:11,x@example.vn,Xã A,30,Hài lòng,Không hài lòng,"Loa phát thanh, Báo, đài"
      """
    )
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1", "a2", "kenh"])
    #expect(reading.metas[.submissionTime] == ["Dấu thời gian"])
    #expect(reading.metas[.personal] == ["Địa chỉ email"])
    #expect(reading.map.unknown.isEmpty)
  }

  @Test func `Google Forms: the grid may have another title than the section`() throws {
    let reading = try form.reading(
      "Timestamp,Đơn vị của Ông/Bà,Xin cho biết ý kiến [Thái độ phục vụ]\n,Xã A,Hài lòng\n"
    )
    #expect(reading.columns(of: form) == ["don_vi", "a1"])
  }

  @Test func `Microsoft Forms: its five columns, in both languages`() throws {
    let rest = "Đơn vị của Ông/Bà,Ông/Bà biết tin qua kênh nào?\n"
    let data = "1,9/1/2026 8:00,9/1/2026 8:05,anonymous,,Xã A,\"Loa phát thanh;Báo, đài;\"\n"
    for header in [
      "ID,Start time,Completion time,Email,Name,",
      "Id,Thời gian bắt đầu,Thời gian hoàn thành,Email,Tên,",
    ] {
      let reading = try form.reading(header + rest + data)
      #expect(reading.columns(of: form) == ["don_vi", "kenh"])
      #expect(reading.map.unknown.isEmpty)
      #expect(reading.map.column(of: .recordKey) == 0)
      #expect(reading.map.column(of: .startTime) == 1)
      #expect(reading.map.column(of: .endTime) == 2)
    }
  }

  @Test func `LimeSurvey with codes: options in brackets`() throws {
    let reading = try form.reading(
      "id,submitdate,lastpage,startlanguage,don_vi,tuoi,a1,kenh[1],kenh[b],kenh[9],kenh[other]\n"
        + "1,2026-09-01 08:00:00,3,vi,Xã A,30,4,Y,,,mạng\n"
    )
    #expect(
      reading.columns(of: form)
        == ["don_vi", "tuoi", "a1", "kenh/1", "kenh/b", "kenh/9", "kenh_khac"]
    )
    #expect(reading.map.column(of: .recordKey) == 0)
  }

  @Test func `LimeSurvey with code and text, and with text and row`() throws {
    let reading = try form.reading(
      "don_vi. Đơn vị của Ông/Bà;a1. Thái độ phục vụ;"
        + "Ông/Bà biết tin qua kênh nào? [Loa phát thanh]\nXã A;4;Y\n"
    )
    #expect(reading.columns(of: form) == ["don_vi", "a1", "kenh/1"])
  }

  @Test func `LimeSurvey VV: words in the first line, codes in the second`() throws {
    let reading = try form.reading(
      "Mã câu trả lời\tĐơn vị của Ông/Bà\tÔng/Bà bao nhiêu tuổi?\tThái độ phục vụ\n"
        + "id\tdon_vi\ttuoi\ta1\n1\tXã A\t30\t4\n2\tXã B\t31\t5\n"
    )
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1"])
    #expect(reading.recordsAboveData == 2)
    #expect(reading.notes.contains(.headerRow(line: 2)))
  }

  @Test func `REDCap: three underscores before the code`() throws {
    let reading = try form.reading(
      "record_id,redcap_event_name,don_vi,tuoi,a1,kenh___1,kenh___b,phieu_complete\n"
        + "1,dot_1,Xã A,30,4,1,0,2\n"
    )
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1", "kenh/1", "kenh/b"])
    #expect(reading.map.unknown.isEmpty)
    #expect(reading.map.column(of: .recordKey) == 0)
    #expect(reading.metas[.status] == ["phieu_complete"])
  }

  @Test func `Survey Solutions: tabs, two underscores, the id of the interview`() throws {
    let reading = try form.reading(
      "interview__key\tinterview__id\tdon_vi\ttuoi\ta1\tkenh__1\tkenh__b\thas__errors\tinterview__status\n"
        + "11-22\tabc\tXã A\t-999999999\t4\t1\t0\t0\t120\n"
    )
    #expect(reading.form.delimiter == .tab)
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1", "kenh/1", "kenh/b"])
    #expect(reading.map.column(of: .recordKey) == 1)
    #expect(reading.map.unknown.isEmpty)
  }

  @Test func `SurveyMonkey: options in a second row below a question that is written once`() throws
  {
    let reading = try form.reading(
      "Respondent ID,Start Date,IP Address,Đơn vị của Ông/Bà,Ông/Bà biết tin qua kênh nào?,,,Thái độ phục vụ\n"
        + ",,,Open-Ended Response,Loa phát thanh,\"Báo, đài\",Khác (ghi rõ),Response\n"
        + "11,09/01/2026,1.2.3.4,Xã A,Loa phát thanh,,,Hài lòng\n"
        + "12,09/01/2026,1.2.3.5,Xã B,,\"Báo, đài\",mạng,Rất hài lòng\n"
    )
    #expect(reading.columns(of: form) == ["don_vi", "kenh/1", "kenh/b", "kenh_khac", "a1"])
    #expect(reading.recordsAboveData == 2)
    #expect(reading.map.unknown.isEmpty)
    #expect(reading.map.header[5] == "Ông/Bà biết tin qua kênh nào? [Báo, đài]")
  }

  @Test func `a header put together from two rows is recognised again in one`() throws {
    let reading = try form.reading(
      "Đơn vị của Ông/Bà,Ông/Bà biết tin qua kênh nào?,\n,Loa phát thanh,\"Báo, đài\"\nXã A,x,\n"
    )
    let again = ColumnMap(header: reading.map.header, questionnaire: form.questionnaire)
    #expect(again.meanings == reading.map.meanings)
    #expect(again.recognised == 3)
  }

  @Test func `Qualtrics: ids, words, and marks of the export`() throws {
    let reading = try form.reading(
      "StartDate,ResponseId,Finished,don_vi,a1\n"
        + "Start Date,Response ID,Finished,Đơn vị của Ông/Bà,Thái độ phục vụ\n"
        + "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n"
        + "2026-09-01 08:00:00,R_1,1,Xã A,4\n"
    )
    #expect(reading.columns(of: form) == ["don_vi", "a1"])
    #expect(reading.recordsAboveData == 3)
    #expect(reading.map.column(of: .recordKey) == 1)
  }

  @Test func `our own template: ids above, words below`() throws {
    let reading = try form.reading(
      "don_vi,tuoi,a1\nĐơn vị của Ông/Bà,Ông/Bà bao nhiêu tuổi?,Thái độ phục vụ\nXã A,30,4\n"
    )
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "a1"])
    #expect(reading.recordsAboveData == 2)
  }

  @Test(arguments: [
    "kenh__1", "kenh___1", "kenh/1", "kenh.1", "kenh:1", "kenh[1]", "kenh_1", "kenh-1", "KENH__1",
    "nhom/kenh/1", "nhom-kenh/1", "Ông/Bà biết tin qua kênh nào?/Loa phát thanh",
    "Ông/Bà biết tin qua kênh nào? [Loa phát thanh]",
    "Ông/Bà biết tin qua kênh nào? - Loa phát thanh",
    "Ông/Bà biết tin qua kênh nào: Loa phát thanh", "Câu 4. Ông/Bà biết tin qua kênh nào? [1]",
    "kenh [Loudspeakers]",
  ])
  func `an option has many spellings`(header: String) throws {
    let map = ColumnMap(header: [header], questionnaire: form.questionnaire)
    #expect(form.names(map) == ["kenh/1"])
  }

  @Test(arguments: [
    "1. Ông/Bà bao nhiêu tuổi?", "Câu 1: Ông/Bà bao nhiêu tuổi?", "a) Ông/Bà bao nhiêu tuổi",
    "Câu 12. Ông/Bà bao nhiêu tuổi? *", "C1.1 Ông/Bà bao nhiêu tuổi?", "(3) ông/bà bao nhiêu tuổi",
    "II. Ông/Bà bao nhiêu tuổi?", "Ông / Bà bao nhiêu tuổi ?", "<b>Ông/Bà</b> bao nhiêu tuổi?",
    "“Ông/Bà bao nhiêu tuổi?”", "Câu hỏi 7 – Ông/Bà bao nhiêu tuổi?", "Ong/Ba bao nhieu tuoi?",
  ])
  func `numbers, marks and tags in front of the words do not count`(header: String) throws {
    let map = ColumnMap(header: [header], questionnaire: form.questionnaire)
    #expect(form.names(map) == ["tuoi"])
  }

  @Test func `words of several questions are told apart by their section`() throws {
    let map = ColumnMap(
      header: ["Lý do", "Mức độ hài lòng/Lý do", "Thông tin chung [Lý do]"],
      questionnaire: form.questionnaire
    )
    #expect(form.names(map) == ["", "ly_do_2", "ly_do_1"])
  }

  @Test func `sections above and words below are one header`() throws {
    let reading = try form.reading(
      "Thông tin chung,,,Mức độ hài lòng,\nĐơn vị của Ông/Bà,Ông/Bà bao nhiêu tuổi?,Lý do,Thái độ phục vụ,Lý do\nXã A,30,x,4,y\n"
    )
    #expect(reading.columns(of: form) == ["don_vi", "tuoi", "ly_do_1", "a1", "ly_do_2"])
  }

  @Test func `a text that was cut off is recognised and said to be`() throws {
    let reading = try form.reading(
      "don_vi,Ông/Bà có nhận xét gì thêm về cách tiếp nhận và trả kết\nXã A,tốt\n"
    )
    #expect(reading.columns(of: form) == ["don_vi", "y_kien"])
    #expect(reading.notes.map(\.code) == ["H07"])
  }
}

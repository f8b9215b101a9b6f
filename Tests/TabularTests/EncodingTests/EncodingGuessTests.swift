import Foundation
import Testing

@testable import Tabular

@Suite struct EncodingGuessTests {
  static let legacy: [TextEncoding] = [.windows1258, .tcvn3, .vni, .viscii]

  static let headers = [
    "Dấu thời gian,Họ và tên,Giới tính,Năm sinh",
    "STT;Mức độ hài lòng;Ghi chú",
    "id,gioi_tinh,Ý kiến khác",
    "C1. Ông/Bà đánh giá thế nào về thái độ phục vụ của công chức?\tC2",
    "Rất hài lòng,Hài lòng,Bình thường,Không hài lòng",
    "Timestamp,Full name,Giới tính,Age group,Khu vực",
    "Province (tỉnh),District (huyện),Ward (xã/phường)",
    "Đồng ý,Không đồng ý,Không biết",
    "“Một cửa”,Trả kết quả đúng hẹn – có/không",
    "mã hồ sơ,ngày nộp,ngày trả",
  ]

  private func guess(_ text: String, _ encoding: TextEncoding) throws -> EncodingGuess {
    let bytes = try #require(TextEncoder(encoding).bytes(of: text))
    return try EncodingGuess(examining: .bytes(bytes))
  }

  @Test(arguments: legacy)
  func `short Vietnamese headers tell their encoding`(_ encoding: TextEncoding) throws {
    for header in Self.headers {
      guard let bytes = TextEncoder(encoding).bytes(of: header) else { continue }
      let guess = try EncodingGuess(examining: .bytes(bytes))
      #expect(guess.best == encoding, "\(header): \(guess.candidates.map(\.score))")
      #expect(!guess.isClose, "\(header): \(guess.candidates)")
      #expect(guess.evidence == .words)
      #expect(!guess.isUnknown)
    }
  }

  @Test func `Unicode is known for what it is`() throws {
    for header in Self.headers {
      let plain = try guess(header, .utf8)
      #expect(plain.best == .utf8)
      #expect(plain.evidence == .validUTF8)
      #expect(!plain.isClose)
      #expect(try guess("\u{FEFF}" + header, .utf8).evidence == .mark)
      for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
        let marked = try guess("\u{FEFF}" + header, encoding)
        #expect(marked.best == encoding)
        #expect(marked.evidence == .mark)
        let bare = try guess(header, encoding)
        #expect(bare.best == encoding)
        #expect(bare.evidence == .zeros)
      }
    }
  }

  @Test func `plain ASCII is UTF-8 and never close`() throws {
    let guess = try guess("id,age,q1\n1,20,3\n", .utf8)
    #expect(guess.best == .utf8)
    #expect(guess.evidence == .ascii)
    #expect(!guess.isClose)
    #expect(guess.unclear == nil)
  }

  @Test func `one word alone is read right or asked about`() throws {
    let words = Set(
      Self.headers.joined(separator: " ").split { !$0.isLetter }.map { String($0) }
        .filter { $0.contains { !$0.isASCII } }
    )
    var asked = 0
    var total = 0
    for word in words.sorted() {
      for encoding in Self.legacy {
        guard let bytes = TextEncoder(encoding).bytes(of: "id,\(word)\n1,2\n") else { continue }
        let guess = try EncodingGuess(examining: .bytes(bytes))
        total += 1
        if guess.isClose || guess.isUnknown {
          asked += 1
          continue
        }
        let read = stream(bytes, guess.best).text
        #expect(read == "id,\(word)\n1,2\n", "\(encoding) \(guess.candidates.prefix(3))")
      }
    }
    // "không" in windows-1258 is "khụng" in TCVN3: no rule of spelling settles that.
    #expect(asked * 3 < total)
  }

  @Test func `one accented letter that fits several encodings is asked about`() throws {
    // "bé" in windows-1258, "bộ" in TCVN3.
    let guess = try EncodingGuess(examining: .bytes(Array("id,b".utf8) + [0xE9, 0x0A]))
    #expect(guess.isClose)
    guard case .encodingUnclear(let first, let second)? = guess.unclear else {
      Issue.record("no error for a close call")
      return
    }
    #expect(guess.unclear?.code == "T02")
    #expect(Set([first.word, second.word]).isSuperset(of: ["bộ"]))
    #expect(first.word != second.word)
  }

  @Test func `known headers settle a close call`() throws {
    let bytes = Array("id,b".utf8) + [0xE9, 0x0A]
    let guess = try EncodingGuess(examining: .bytes(bytes)).recognising { encoding in
      stream(bytes, encoding).text.contains("bộ") ? 1 : 0
    }
    #expect(guess.best == .tcvn3)
    #expect(!guess.isClose)
    let plain = try EncodingGuess(examining: .text("id,bé")).recognising { _ in
      Issue.record("asked about a file in UTF-8")
      return 1
    }
    #expect(plain.best == .utf8)
  }

  @Test func `Western languages are windows-1252`() throws {
    let tables = [
      "prénom,âge,région,où habitez-vous,déjà reçu\n1,2,3,4,5\n",
      "Kjønn,Alder,Fylke,Hvor fornøyd er du med hjelpen du får på skolen?\n",
      "Geschlecht,Größe,Straße,Zufriedenheit mit der Behörde (0 = überhaupt nicht)\n",
      "Años,Género,¿Cómo calificaría la atención?,Municipio de Logroño\n",
      "Município,Avaliação,Satisfação,Não sabe,São Paulo\n",
    ]
    for table in tables {
      let guess = try guess(table, .windows1252)
      #expect(stream(TextEncoder(.windows1252).bytes(of: table) ?? [], guess.best).text == table)
      #expect(!guess.isClose, "\(table) \(guess.candidates.map { ($0.encoding, $0.score) })")
      #expect(!guess.isUnknown)
    }
  }

  @Test func `one bad byte in a file in UTF-8 does not make it another encoding`() throws {
    var bytes = Array(Self.headers.joined(separator: "\n").utf8)
    bytes.insert(0xE1, at: bytes.count / 2)
    let guess = try EncodingGuess(examining: .bytes(bytes))
    #expect(guess.best == .utf8)
    #expect(!guess.isClose)
    var large = Array(String(repeating: "một,hai,ba\n", count: 60_000).utf8)
    large += [0xE9, 0x0A]
    #expect(try EncodingGuess(examining: .bytes(large)).best == .utf8)
  }

  @Test func `a small file in UTF-8 that is cut inside a letter is no other encoding`() throws {
    let plain = (0..<300).map { "A\($0),1,\n" }.joined()
    let cases: [(words: String, last: [UInt8])] = [
      ("tốt", [0x74, 0xE1, 0xBB]), ("Rất tốt", Array("Rất tốt, nhưng ch".utf8) + [0xE1, 0xBA]),
      ("ổn|được|tốt", Array("cần sửa đổ".utf8).dropLast()),
      ("không", Array("thái độ".utf8).dropLast()),
      ("cần nhanh hơn|phí cao", Array("tốt".utf8).dropLast(2)), ("“tốt”", [0xE1]),
    ]
    for (words, last) in cases {
      for end in [plain, ""] {
        let rows = words.split(separator: "|").map { "B,1,\($0)\n" }.joined()
        let bytes = Array((plain + rows + "Z,1,").utf8) + last + [0x0A] + Array(end.utf8)
        let guess = try EncodingGuess(examining: .bytes(bytes))
        #expect(guess.best == .utf8, "\(words)")
        #expect(guess.unclear == nil)
        let error = #expect(throws: TabularError.self) {
          var reader = try CSVReader(.bytes(bytes), delimiter: .comma)
          while try reader.next() != nil {}
        }
        #expect(error?.code == "T01")
      }
    }
  }

  @Test func `the first fault may stand far behind plain records`() throws {
    let plain = Array(String(repeating: "1,2,3\n", count: 100_000).utf8)
    for encoding in Self.legacy {
      let bytes = try #require(TextEncoder(encoding).bytes(of: "4,rất hài lòng,không ý kiến\n"))
      #expect(try EncodingGuess(examining: .bytes(plain + bytes)).best == encoding)
    }
  }

  @Test(arguments: [1, 2, 3, 5, 64, 300])
  func `chunks do not matter`(chunkSize: Int) throws {
    for header in Self.headers {
      for encoding in TextEncoding.allCases {
        guard let bytes = TextEncoder(encoding).bytes(of: header) else { continue }
        let whole = try EncodingGuess(examining: .bytes(bytes))
        let parts = try EncodingGuess(examining: .bytes(bytes), chunkSize: chunkSize)
        #expect(parts.best == whole.best)
        #expect(parts.evidence == whole.evidence)
        #expect(parts.isClose == whole.isClose)
      }
    }
  }

  @Test func `the beginning of a long file speaks for it until the rest refutes it`() throws {
    let row = "1,“Rất hài lòng”,không ý kiến gì thêm,Đúng hẹn trả kết quả và dễ hiểu\n"
    let long = Array(String(repeating: row, count: 20_000).utf8)
    let beginning = try #require(try EncodingGuess(beginning: .bytes(long)))
    #expect(beginning.best == .utf8)
    var lent: [UInt8] = []
    let whole = try EncodingGuess(examining: .bytes(long)) { chunk in
      for index in chunk.indices { lent.append(chunk[index]) }
    }
    #expect(whole.confirms(beginning))
    #expect(lent == long)
    // A bad byte, a word that was encoded twice.
    for end in [[0xE9, 0x0A], Array("Ráº¥t\n".utf8)] as [[UInt8]] {
      let bytes = long + end
      let known = try #require(try EncodingGuess(beginning: .bytes(bytes)))
      lent = []
      let guess = try EncodingGuess(examining: .bytes(bytes)) { chunk in
        for index in chunk.indices { lent.append(chunk[index]) }
      }
      #expect(!guess.confirms(known))
      #expect(lent == bytes)
    }
    // Short files, marks, plain ASCII, few words and faults leave it open.
    let ascii = Array(String(repeating: "1,2,3,4,5,6,7,8\n", count: 80_000).utf8)
    let mark = FileSignature.utf8Mark + long
    let few = Array(String(repeating: "1,hài,lòng\n", count: 100_000).utf8)
    for bytes in [Array(row.utf8), ascii, mark, few, [0xE9, 0x0A] + long, ascii + long] {
      #expect(try EncodingGuess(beginning: .bytes(bytes)) == nil)
    }
  }

  @Test func `letters of no known encoding are not guessed`() throws {
    // Greek in ISO 8859-7.
    let bytes: [UInt8] = [
      0xD6, 0xFD, 0xEB, 0xEF, 0x2C, 0xC7, 0xEB, 0xE9, 0xEA, 0xDF, 0xE1, 0x2C, 0xC5, 0xEA, 0xF0,
      0xE1,
      0xDF, 0xE4, 0xE5, 0xF5, 0xF3, 0xE7, 0x2C, 0xD0, 0xFC, 0xEB, 0xE7, 0x0A,
    ]
    let guess = try EncodingGuess(examining: .bytes(bytes))
    #expect(guess.isUnknown || guess.isClose)
  }

  @Test func `what is no text is refused by name`() {
    #expect(throws: TabularError.emptyFile) { try EncodingGuess(examining: .bytes([])) }
    #expect(throws: TabularError.notATextTable(.pdf)) {
      try EncodingGuess(examining: .text("%PDF-1.7"))
    }
    let fault = EncodingFault.otherUnicode(.utf32LittleEndian)
    #expect(throws: TabularError.undecodable(line: 1, offset: 0, fault)) {
      try EncodingGuess(examining: .bytes([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]))
    }
  }

  @Test func `names of encodings are found`() {
    for encoding in TextEncoding.allCases {
      #expect(TextEncoding(named: encoding.name) == encoding)
      #expect(TextEncoding(named: encoding.description) == encoding || encoding == .tcvn3)
    }
    #expect(TextEncoding(named: "CP1258") == .windows1258)
    #expect(TextEncoding(named: "ABC") == .tcvn3)
    #expect(TextEncoding(named: "utf-16") == .utf16LittleEndian)
    #expect(TextEncoding(named: "utf-32") == nil)
    #expect(TextEncoding(named: "") == nil)
  }
}

extension EncodingGuess {
  /// Whether the words read badly in all encodings.
  var isUnknown: Bool { evidence == .words && (candidates.first?.score ?? 0) < 0.35 }
}

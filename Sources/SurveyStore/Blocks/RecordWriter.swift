import SurveyModel

/// Puts the answers of rows together as records, in the pages of an image.
///
/// The innermost loop of an import: for most answers it copies a few bytes of their form. A class,
/// so that nothing is counted when it is asked for the next row.
final class RecordWriter {
  /// What all rows of an import have in common.
  struct Keys {
    let station: UInt64
    let wave: Int64
    let batch: Int64
    let language: String
  }

  /// The columns that a record has before its answers; other tables cannot be written.
  static let ownColumns = [
    "row", "station", "sequence", "revision", "revision_station", "wave", "batch", "ordinal",
    "mode", "language", "started", "started_offset", "finished", "finished_offset",
    "interview_date", "consent", "digest", "warnings", "missing",
  ]

  private(set) var forms: AnswerForms
  private let questions: Int
  private let interviewDate: Int?
  private let station: UInt64
  private let wave: RecordPiece
  private let names: RecordPiece
  /// `"question":"reason"` for each question and reason, eight for each question.
  private let missingParts: [Range<Int>]
  private let missingBytes: [UInt8]
  private let questionTexts: [String]
  /// Room for the types of the columns before the answers.
  private static let ownHeadRoom = 128
  /// Room behind a body for all short values that may follow.
  private let margin: Int
  private let head: RecordBuffer
  private let body: RecordBuffer
  private let missing: RecordBuffer
  private let own: RecordBuffer
  /// The digests of the rows of the block at hand, by their places in it.
  private(set) var digests: [UInt64] = []

  init(_ questionnaire: Questionnaire, layout: StoredLayout, keys: Keys) {
    let slots = AnswerSlot.slots(of: questionnaire, in: layout)
    forms = AnswerForms(slots)
    questions = slots.count
    interviewDate = questionnaire.questions.firstIndex { $0.role == .interviewDate }
    station = keys.station.bigEndian
    var wave = AnswerParts()
    wave.add(keys.wave)
    wave.add(keys.batch)
    self.wave = RecordPiece(wave)
    var names = AnswerParts()
    names.add(Mode.importedFile.rawValue)
    names.add(keys.language)
    self.names = RecordPiece(names)
    var bytes: [UInt8] = []
    var parts: [Range<Int>] = []
    for slot in slots {
      for reason in 0..<8 {
        let first = bytes.count
        if reason < slot.missingTexts.count {
          bytes.append(contentsOf: slot.missingTexts[reason].utf8)
        }
        parts.append(first..<bytes.count)
      }
    }
    missingParts = parts
    missingBytes = bytes
    questionTexts = slots.map { JSONText.string($0.question) }
    let columns = layout.columns.count + questions
    head = RecordBuffer(Varint.capacity * columns + 64)
    margin = 16 * columns + 64
    body = RecordBuffer(2 * margin + 1024)
    missing = RecordBuffer(bytes.count + 2 * questions + 64)
    own = RecordBuffer(1024 + names.body.count)
  }

  /// Learns the form of an answer and gives its number.
  func learn(_ answer: Answer, question: Int) throws(StudyError) -> Int32 {
    try forms.learn(answer, question: question)
  }
}

extension RecordWriter {
  /// The parts of one record while it is put together.
  private struct Cursor {
    var head: UnsafeMutablePointer<UInt8>
    var body: UnsafeMutablePointer<UInt8>
    var missing: UnsafeMutablePointer<UInt8>
    var digest = RowDigest()
    var date: InterviewDay?
  }

  /// What became of a row.
  enum Outcome: Equatable {
    case written(digest: UInt64)
    /// The image is full.
    case full
    /// The record is too long for a page.
    case tooLong
  }

  /// Writes rows of a block into `image`, and gives how many came before one that did not fit.
  ///
  /// Their digests stand in ``digests`` then.
  func write(
    rows: Range<Int>,
    of block: borrowing AnswerBlock,
    into image: TableImage
  ) -> (count: Int, outcome: Outcome) {
    if digests.count < block.stride { digests = Array(repeating: 0, count: block.stride) }
    let ordinals = block.ordinals.span
    let entries = forms.entries
    return block.codes.withUnsafeBufferPointer { codes in
      entries.withUnsafeBufferPointer { forms in
        for row in rows {
          guard let cursor = cursor(row, of: block, codes: codes, forms: forms) else {
            return (row - rows.lowerBound, .tooLong)
          }
          let outcome = finish(cursor, warnings: [], sequenceOf: image, ordinal: ordinals[row])
          guard case .written(let digest) = outcome else {
            return (row - rows.lowerBound, outcome)
          }
          digests[row] = digest
        }
        return (rows.count, .written(digest: 0))
      }
    }
  }

  /// Puts the answers of a row together; none for an answer that nobody knows.
  ///
  /// What changes with each answer is kept in variables of its own, and so in registers.
  @inline(__always)
  private func cursor(
    _ row: Int,
    of block: borrowing AnswerBlock,
    codes: UnsafeBufferPointer<Int32>,
    forms: UnsafeBufferPointer<AnswerForm>
  ) -> Cursor? {
    var head = self.head.start
    var body = self.body.start
    var missing = self.missing.start
    var digest = RowDigest()
    var place = row
    let stride = block.stride
    for question in 0..<questions {
      let code = codes[place]
      place &+= stride
      if code >= 0, forms[Int(code)].long < 0 {
        let form = forms[Int(code)]
        UnsafeMutableRawPointer(head).storeBytes(of: form.head.littleEndian, as: UInt64.self)
        head += Int(form.headLength)
        let target = UnsafeMutableRawPointer(body)
        target.storeBytes(of: form.body.0.littleEndian, as: UInt64.self)
        target.storeBytes(of: form.body.1.littleEndian, toByteOffset: 8, as: UInt64.self)
        body += Int(form.bodyLength)
        digest.mix(form.words.0)
        if form.wordCount > 1 { digest.mix(form.words.1) }
        if form.missing > 0 { missing = addMissing(form.missing, question, at: missing) }
        continue
      }
      var cursor = Cursor(head: head, body: body, missing: missing, digest: digest)
      guard add(code, question, row, of: block, to: &cursor) else { return nil }
      (head, body, missing, digest) = (cursor.head, cursor.body, cursor.missing, cursor.digest)
    }
    var cursor = Cursor(head: head, body: body, missing: missing, digest: digest)
    if let interviewDate {
      let code = codes[interviewDate &* stride &+ row]
      if code >= 0 { cursor.date = InterviewDay(forms[Int(code)]) }
    }
    return cursor
  }

  /// Adds an answer that is long, or stands for itself; false when nobody knows it.
  @inline(never)
  private func add(
    _ code: Int32,
    _ question: Int,
    _ row: Int,
    of block: borrowing AnswerBlock,
    to cursor: inout Cursor
  ) -> Bool {
    if code >= 0 {
      let form = forms.entries[Int(code)]
      add(forms.long[Int(form.long)], to: &cursor)
      if form.missing > 0 {
        cursor.missing = addMissing(form.missing, question, at: cursor.missing)
      }
      return true
    }
    let value = block.values[block.places[question] &+ row]
    switch PlainValue(rawValue: code) {
    case .integer: add(Int64(bitPattern: value), to: &cursor)
    case .decimal: add(Double(bitPattern: value), to: &cursor)
    case .text:
      let length = Int(truncatingIfNeeded: value & 0xffff_ffff)
      let start = Int(truncatingIfNeeded: value >> 32)
      add(text: block.texts.span.extracting(start..<start + length), to: &cursor)
    case nil: return false
    }
    return true
  }

  /// Writes a row of answers into `image`.
  func write(
    _ answers: [Answer],
    warnings: [Int],
    ordinal: Int64,
    into image: TableImage
  ) throws(StudyError) -> Outcome {
    guard answers.count == questions else {
      throw .answerCount(expected: questions, found: answers.count)
    }
    var cursor = Cursor(head: head.start, body: body.start, missing: missing.start)
    for (question, answer) in answers.enumerated() {
      let parts = try forms.parts(of: answer, question: question)
      let used = cursor.body - body.start
      if used + parts.body.count > TableImage.recordLimit { return .tooLong }
      body.reserve(used + parts.body.count + margin, keeping: used)
      cursor.body = body.start + used
      for byte in parts.head {
        cursor.head.pointee = byte
        cursor.head += 1
      }
      parts.body.withUnsafeBufferPointer { bytes in
        if let start = bytes.baseAddress { cursor.body.update(from: start, count: bytes.count) }
      }
      cursor.body += parts.body.count
      for word in parts.words { cursor.digest.mix(word) }
      if parts.missing > 0 {
        cursor.missing = addMissing(parts.missing, question, at: cursor.missing)
      }
      if question == interviewDate, answer.missingReason == nil {
        cursor.date = InterviewDay(parts)
      }
    }
    return finish(cursor, warnings: warnings, sequenceOf: image, ordinal: ordinal)
  }

  private func add(_ long: AnswerForms.Long, to cursor: inout Cursor) {
    let used = cursor.body - body.start
    body.reserve(used + long.body.count + margin, keeping: used)
    cursor.body = body.start + used
    forms.bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      cursor.head.update(from: start + long.head.lowerBound, count: long.head.count)
      cursor.body.update(from: start + long.body.lowerBound, count: long.body.count)
    }
    cursor.head += long.head.count
    cursor.body += long.body.count
    for index in long.words { cursor.digest.mix(forms.words[index]) }
  }

  @inline(__always)
  private func add(_ number: Int64, to cursor: inout Cursor) {
    let serial = SerialInteger(number)
    cursor.head.pointee = serial.type
    cursor.head += 1
    let shift = Int64(64 &- 8 &* serial.length)
    let bits = serial.length == 0 ? 0 : UInt64(bitPattern: number &<< shift)
    UnsafeMutableRawPointer(cursor.body).storeBytes(of: bits.bigEndian, as: UInt64.self)
    cursor.body += serial.length
    cursor.digest.mix(1)
    cursor.digest.mix(UInt64(bitPattern: number))
  }

  @inline(__always)
  private func add(_ number: Double, to cursor: inout Cursor) {
    cursor.head.pointee = 7
    cursor.head += 1
    UnsafeMutableRawPointer(cursor.body)
      .storeBytes(of: number.bitPattern.bigEndian, as: UInt64.self)
    cursor.body += 8
    cursor.digest.mix(2)
    cursor.digest.mix(number.bitPattern)
  }

  private func add(text: Span<UInt8>, to cursor: inout Cursor) {
    let used = cursor.body - body.start
    body.reserve(used + text.count + margin, keeping: used)
    cursor.body = body.start + used
    cursor.head = Varint.write(UInt64(13 + 2 * text.count), at: cursor.head)
    text.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { cursor.body.update(from: start, count: bytes.count) }
    }
    cursor.body += text.count
    cursor.digest.add(text: text)
  }

  /// Adds a question to the list of missing answers, and gives the place behind.
  @inline(__always)
  private func addMissing(
    _ reason: UInt8,
    _ question: Int,
    at target: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let part = missingParts[question &* 8 &+ Int(reason) &- 1]
    target.pointee = target == missing.start ? UInt8(ascii: "{") : UInt8(ascii: ",")
    missingBytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      (target + 1).update(from: start + part.lowerBound, count: part.count)
    }
    return target + 1 + part.count
  }
}

extension RecordWriter {
  /// Puts the columns of the interview before the answers.
  @inline(__always)
  private func finish(
    _ cursor: Cursor,
    warnings: [Int],
    sequenceOf image: TableImage,
    ordinal: Int64
  ) -> Outcome {
    let warningsText = warnings.isEmpty ? [] : Array(list(warnings).utf8)
    var missingLength = cursor.missing - missing.start
    if missingLength > 0 {
      cursor.missing.pointee = UInt8(ascii: "}")
      missingLength += 1
    }
    if !warningsText.isEmpty { own.reserve(1024 + names.length + warningsText.count, keeping: 0) }
    let bodyStart = own.start + Self.ownHeadRoom
    var piece = PieceCursor(head: own.start, body: bodyStart)
    piece.add(type: 0)
    piece.add(type: 6)
    piece.add(bits: station)
    piece.add(image.firstSequence &+ Int64(image.count))
    piece.add(type: 9)
    piece.add(type: 6)
    piece.add(bits: station)
    piece.add(wave)
    piece.add(ordinal)
    piece.add(names)
    // Neither beginning nor end, with their offsets.
    piece.add(types: 0, count: 4)
    if let date = cursor.date {
      piece.add(type: date.type)
      piece.add(bits: date.body.0.littleEndian)
      piece.add(bits: date.body.1.littleEndian)
      piece.body -= 16 - date.length
    } else {
      piece.add(type: 0)
    }
    piece.add(type: 0)
    piece.add(type: 6)
    piece.add(bits: cursor.digest.value.bigEndian)
    if warningsText.isEmpty {
      piece.add(type: 0)
    } else {
      piece.head = Varint.write(UInt64(13 + 2 * warningsText.count), at: piece.head)
      for byte in warningsText {
        piece.body.pointee = byte
        piece.body += 1
      }
    }
    piece.head = Varint.write(
      missingLength == 0 ? 0 : UInt64(13 + 2 * missingLength),
      at: piece.head
    )

    let ownHead = piece.head - own.start
    let ownBody = piece.body - bodyStart
    let answerHead = cursor.head - self.head.start
    let answerBody = cursor.body - self.body.start
    // The header's length counts itself.
    var headLength = ownHead + answerHead + 1
    if headLength > 127 { headLength += 1 }
    if headLength > 16_383 { headLength += 1 }
    let total = headLength + ownBody + missingLength + answerBody
    guard total <= TableImage.recordLimit else { return .tooLong }
    guard var target = image.add(total) else { return .full }
    target = Varint.write(UInt64(headLength), at: target)
    target.update(from: own.start, count: ownHead)
    target += ownHead
    target.update(from: self.head.start, count: answerHead)
    target += answerHead
    target.update(from: bodyStart, count: ownBody)
    target += ownBody
    if missingLength > 0 { target.update(from: missing.start, count: missingLength) }
    target += missingLength
    target.update(from: self.body.start, count: answerBody)
    return .written(digest: cursor.digest.value)
  }

  private func list(_ warnings: [Int]) -> String {
    let accepted = warnings.filter(questionTexts.indices.contains).map { questionTexts[$0] }
    return accepted.isEmpty ? "" : "[" + accepted.joined(separator: ",") + "]"
  }
}

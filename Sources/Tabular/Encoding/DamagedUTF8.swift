/// Tells a small file in UTF-8 that is damaged somewhere from one in an old encoding.
///
/// The sequences of UTF-8 are so particular that hardly any word of an old encoding has one by
/// chance, least of all one that is a Latin letter.
struct DamagedUTF8 {
  /// Sequences that are letters and signs as people write them.
  private var letters = 0
  /// Letters of Cyrillic, Hebrew, Arabic, as two bytes of old encodings make them.
  private var others = 0
  /// Bytes that begin no whole sequence.
  private var faults = 0

  /// Looks at the words of a file that is not valid UTF-8.
  init(_ sample: WordSample) {
    for word in sample.words { word.withUnsafeBytes { add($0) } }
  }

  /// Whether the file can hardly be anything but UTF-8.
  var isPlain: Bool { letters > 0 && others == 0 && faults * 4 <= max(letters, 4) }

  private mutating func add(_ word: UnsafeRawBufferPointer) {
    var place = 0
    while place < word.count {
      if word[place] < 0x80 {
        place += 1
        continue
      }
      switch UTF8Sequence(word, at: place) {
      case .scalar(let value, let length):
        switch value {
        case 0x370...0x7FF: others += 1
        case 0x80..<0xC0: break
        default: letters += 1
        }
        place += length
      case .incomplete, .invalid:
        faults += 1
        place += 1
        // What is left of a letter that was cut.
        while place < word.count, (0x80...0xBF).contains(word[place]) { place += 1 }
      }
    }
  }
}

/// What a row of the survey is.
package enum XLSFormType: Hashable, Sendable {
  case question(XLSFormQuestionType)
  case select(XLSFormSelect)
  /// A place of OpenStreetMap with a list of tags.
  case tagged(list: String)
  case begin(XLSFormContainer)
  case end(XLSFormContainer)

  /// How it is written.
  package var text: String {
    switch self {
    case .question(let type): type.rawValue
    case .select(let select): select.text
    case .tagged(let list): "osm \(list)"
    case .begin(.loop(let list?)): "begin loop over \(list)"
    case .begin(let container): "begin_\(container.name)"
    case .end(let container): "end_\(container.name)"
    }
  }
}

/// What holds other rows.
package enum XLSFormContainer: Hashable, Sendable {
  case group
  case repeated
  /// Its rows are asked once for each choice of a list.
  case loop(list: String?)

  /// The word behind `begin_` and `end_`.
  package var name: String {
    switch self {
    case .group: "group"
    case .repeated: "repeat"
    case .loop: "loop"
    }
  }
}

/// A question with choices.
package struct XLSFormSelect: Hashable, Sendable {
  /// How many choices are taken, and where they are looked up.
  package enum Answers: String, Hashable, Sendable {
    case one = "select_one"
    case multiple = "select_multiple"
    case rank
    case external = "select_one_external"
  }

  /// Where the choices come from.
  package enum Source: Hashable, Sendable {
    case list
    /// A file beside the form.
    case file
    /// Answers given to another question.
    case answers
  }

  static let fileExtensions: Set<String> = [".csv", ".xml", ".geojson"]

  /// How many choices are taken, and where they are looked up.
  package var answers: Answers
  /// A list, a file with its ending, or a reference.
  package var list: String
  /// Whether the type says `from_file`.
  package var saysFile: Bool

  /// Makes one.
  package init(_ answers: Answers, list: String, saysFile: Bool = false) {
    self.answers = answers
    self.list = list
    self.saysFile = saysFile
  }

  /// Where the choices come from.
  package var source: Source {
    if Self.fileExtensions.contains(list.stemAndExtension.ext) { return .file }
    return list.contains("${") ? .answers : .list
  }

  /// How the type is written.
  package var text: String { "\(answers.rawValue)\(saysFile ? "_from_file" : "") \(list)" }
}

/// The types of questions without choices, by the words for them.
package enum XLSFormQuestionType: String, CaseIterable, Hashable, Sendable {
  case text
  case integer
  case decimal
  case date
  case time
  case dateTime
  case note
  case calculate
  case acknowledge
  case trigger
  case hidden
  case range
  case barcode
  case percentage
  case phoneNumberAsked = "phone number"
  case daysInMonth = "number of days in last month"
  case daysInHalfYear = "number of days in last six months"
  case daysInYear = "number of days in last year"
  case start
  case end
  case today
  case username
  case deviceID = "deviceid"
  case email
  case phoneNumber = "phonenumber"
  case audit
  case simSerial = "simserial"
  case subscriberID = "subscriberid"
  case uriUsername = "uri:username"
  case uriDeviceID = "uri:deviceid"
  case uriEmail = "uri:email"
  case uriPhoneNumber = "uri:phonenumber"
  case uriSimSerial = "uri:simserial"
  case uriSubscriberID = "uri:subscriberid"
  case geopoint
  case geotrace
  case geoshape
  case image
  case audio
  case video
  case file
  case osm
  case backgroundAudio = "background-audio"
  case backgroundGeopoint = "background-geopoint"
  case startGeopoint = "start-geopoint"
  case csvExternal = "csv-external"
  case xmlExternal = "xml-external"

  /// Whether it shows something and so needs a label.
  package var isShown: Bool {
    switch self {
    case .text, .integer, .decimal, .date, .time, .dateTime, .note, .acknowledge, .trigger, .range,
      .barcode, .percentage, .phoneNumberAsked, .daysInMonth, .daysInHalfYear, .daysInYear,
      .geopoint, .geotrace, .geoshape, .image, .audio, .video, .file, .osm, .backgroundGeopoint:
      true
    case .calculate, .hidden, .start, .end, .today, .username, .deviceID, .email, .phoneNumber,
      .audit, .simSerial, .subscriberID, .uriUsername, .uriDeviceID, .uriEmail, .uriPhoneNumber,
      .uriSimSerial, .uriSubscriberID, .backgroundAudio, .startGeopoint, .csvExternal,
      .xmlExternal:
      false
    }
  }

  /// Whether it is only carried: a terminal can neither ask nor fill it.
  package var isCarried: Bool {
    switch self {
    case .geopoint, .geotrace, .geoshape, .image, .audio, .video, .file, .osm, .backgroundAudio,
      .backgroundGeopoint, .startGeopoint, .xmlExternal:
      true
    case .text, .integer, .decimal, .date, .time, .dateTime, .note, .calculate, .acknowledge,
      .trigger, .hidden, .range, .barcode, .percentage, .phoneNumberAsked, .daysInMonth,
      .daysInHalfYear, .daysInYear, .start, .end, .today, .username, .deviceID, .email,
      .phoneNumber, .audit, .simSerial, .subscriberID, .uriUsername, .uriDeviceID, .uriEmail,
      .uriPhoneNumber, .uriSimSerial, .uriSubscriberID, .csvExternal:
      false
    }
  }

  /// A file whose rows expressions may look up.
  package var isFile: Bool { self == .csvExternal || self == .xmlExternal }
}

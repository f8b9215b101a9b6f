package import SurveyModel

/// Why a report says nothing about response, although the office counted its forms.
package enum FieldworkSilence: Hashable, Sendable {
  /// Interviews of one version are told; forms are not counted by version.
  case oneVersion
  /// Nobody knows on which days the wave was in the field, and there are other waves.
  case unknownDays
  /// No count speaks of this wave alone: those that were entered also speak of other waves, or of
  /// none of its days.
  case notOfWaveAlone
}

extension FieldworkSilence: LocalizedMessage {
  package func text(in language: InterfaceLanguage) -> String {
    switch (self, language) {
    case (.oneVersion, .vietnamese):
      "Không tính tỷ lệ trả lời: báo cáo chỉ lấy phiếu của một phiên bản, còn số phiếu phát ra, thu về không tách theo phiên bản."
    case (.oneVersion, .english):
      "No response rate: the report takes interviews of one version alone, and forms are not counted by version."
    case (.unknownDays, .vietnamese):
      "Không tính tỷ lệ trả lời: không biết đợt này gồm những ngày nào, mà nghiên cứu còn đợt khác. Ghi ngày đầu và ngày cuối khi tạo đợt (wave --from --to), hoặc dùng --period."
    case (.unknownDays, .english):
      "No response rate: nobody knows the days of this wave, and there are others. Give a wave its first and last day (wave --from --to), or use --period."
    case (.notOfWaveAlone, .vietnamese):
      "Không tính tỷ lệ trả lời: không có số phiếu phát ra, thu về nào chắc chắn là của riêng đợt này. Nhập số liệu cho đúng những ngày hoặc kỳ chỉ có đợt này (thuocdo count), hoặc dùng --period."
    case (.notOfWaveAlone, .english):
      "No response rate: no count of forms is surely that of this wave alone. Enter counts for days or periods that have only this wave (thuocdo count), or use --period."
    }
  }
}

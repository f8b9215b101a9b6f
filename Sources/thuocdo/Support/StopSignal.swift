import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The signal by which the user asked the program to end, 0 for none.
private let asked = Atomic<Int32>(0)

/// Lets work end in order when the user presses Ctrl-C or the system shuts down.
///
/// The first signal only asks; a second one ends the program at once.
enum StopSignal {
  /// Begins to listen.
  static func listen() {
    asked.store(0, ordering: .relaxed)
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var before = sigaction()
      sigaction(signal, nil, &before)
      // A signal that the caller ignores (as under nohup) stays ignored.
      if let handler = before.__sigaction_handler.sa_handler,
        unsafeBitCast(handler, to: Int.self) == 1
      {
        continue
      }
      var action = sigaction()
      action.sa_flags = Int32(SA_RESTART) | Int32(bitPattern: UInt32(SA_RESETHAND))
      action.__sigaction_handler.sa_handler = { number in
        asked.store(number, ordering: .relaxed)
      }
      sigaction(signal, &action, nil)
      // Programs that start others from a pool of threads hand down a mask that blocks signals.
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, signal)
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }
  }

  /// Whether somebody asked.
  static var isRaised: Bool { asked.load(ordering: .relaxed) != 0 }

  /// The exit code that tells which signal it was: 130 for Ctrl-C.
  static var exitCode: Int32 { 128 + asked.load(ordering: .relaxed) }
}

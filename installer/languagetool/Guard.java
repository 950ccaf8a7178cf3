package soundpost;

import java.io.IOException;
import org.languagetool.server.HTTPServer;

/**
 * Runs LanguageTool's server and ends with the program that started it, even when that is killed: the system then closes the
 * pipe that is this program's standard input.
 */
public final class Guard {
  private Guard() {}

  public static void main(String[] arguments) {
    Thread watch = new Thread(Guard::haltWhenStandardInputCloses, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    WordLists.use();
    try {
      HTTPServer.main(arguments);
    } catch (Throwable fault) {
      // The server leaves threads behind when it can't start (a port that is taken, a missing file): end them too.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void haltWhenStandardInputCloses() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent; only the end counts.
      }
    } catch (IOException closed) {
      // A broken pipe is an end too.
    }
    Runtime.getRuntime().halt(0);
  }
}

package soundpost;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import morfologik.fsa.builders.CFSA2Serializer;
import morfologik.stemming.Dictionary;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.spelling.morfologik.MorfologikMultiSpeller;

/**
 * Keeps the dictionaries that LanguageTool makes of its plain lists of words (35,000 names, most of them) at each start, half a
 * second's work for a processor. As a program it has LanguageTool make them and writes them to a file; the server then starts with
 * those.
 *
 * <p>LanguageTool looks in a map of its own before it makes one, by the names of the lists. The map is private: where a later
 * version has no such map, or other names, nothing is found and it makes them itself, as ever.
 */
final class WordLists {
  static final Path FILE = Path.of("word-lists.ready");
  private static final String MAP = "dicPathToDict";

  private WordLists() {}

  /** Write the dictionaries of some languages ("en-GB") to a file: the same lists give the same bytes. */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    for (String language : List.of(arguments).subList(1, arguments.length)) {
      new JLanguageTool(Languages.getLanguageForShortCode(language)).check("Wrod");
    }
    Map<String, Dictionary> made = new TreeMap<>(map());
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0]))))) {
      for (Map.Entry<String, Dictionary> one : made.entrySet()) {
        byte[] words = new CFSA2Serializer().serialize(one.getValue().fsa, new ByteArrayOutputStream()).toByteArray();
        out.writeUTF(one.getKey());
        out.writeInt(words.length);
        out.write(words);
      }
    }
  }

  /** Let LanguageTool find the dictionaries of the file beside it; whatever is wrong with that, it starts without. */
  static void use() {
    Map<String, Dictionary> found = new TreeMap<>();
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(FILE)))) {
      while (true) {
        String lists;
        try {
          lists = in.readUTF();
        } catch (EOFException end) {
          break;
        }
        found.put(lists, dictionary(lists, in.readNBytes(in.readInt())));
      }
      map().putAll(found);
    } catch (IOException | ReflectiveOperationException | RuntimeException fault) {
      // The lists themselves are still there.
    }
  }

  /** Return a dictionary with what is known of its language, whose file is named behind the lists and a bar. */
  private static Dictionary dictionary(String lists, byte[] words) throws IOException {
    String language = lists.substring(lists.lastIndexOf('|') + 1);
    try (InputStream known = JLanguageTool.getDataBroker().getFromResourceDirAsStream(language)) {
      return Dictionary.read(new ByteArrayInputStream(words), known);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Dictionary> map() throws ReflectiveOperationException {
    Field field = MorfologikMultiSpeller.class.getDeclaredField(MAP);
    field.setAccessible(true);
    return (Map<String, Dictionary>) field.get(null);
  }
}

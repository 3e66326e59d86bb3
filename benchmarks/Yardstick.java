import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * A fixed piece of work in one thread: counts words in a sorted map, and digests what it counted. Run from source it is what a build and a
 * launch are made of, too: a JVM that starts, a compiler, and code that is still cold.
 */
class Yardstick {

    private static final int ROUNDS = 250;
    private static final int WORDS = 10_000;

    public static void main(String[] args) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (int round = 0; round < ROUNDS; round++) {
            digest.update(counted(round).getBytes(StandardCharsets.UTF_8));
        }
        System.out.println(HexFormat.of().formatHex(digest.digest(), 0, 8));
    }

    private static String counted(int round) {
        var counts = new TreeMap<String, Integer>();
        int state = round + 1;
        for (int word = 0; word < WORDS; word++) {
            state = state * 1_103_515_245 + 12_345;
            counts.merge("word-" + (state >>> 16) % 5_000, 1, Integer::sum);
        }
        return counts.toString();
    }
}

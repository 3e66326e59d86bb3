package dev.versus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests by which content is named: their first 32 hexadecimal digits. */
public final class Digest {

    private static final int BYTES = 16;

    private Digest() {}

    /** The name of a text. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The name of the parts, one after another. */
    public static String of(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return of(digest);
    }

    /** The name of all that a digest has taken in. */
    public static String of(MessageDigest complete) {
        return HexFormat.of().formatHex(complete.digest(), 0, BYTES);
    }

    /** A digest that has taken in nothing yet. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

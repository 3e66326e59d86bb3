package dev.versus;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for texts that are not to be recorded. Equal texts of one run have equal seals, so that what was sent can be compared; the key is
 * drawn anew in each JVM and kept nowhere, so that nobody can try guesses against a seal.
 */
public final class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 6;
    private static final SecretKeySpec KEY = key();

    private Seal() {}

    /** Returns the seal of a text, such as {@code *** (19 bytes, 3f5a0c12d9e4)}. */
    public static String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(KEY);
            String digest = HexFormat.of().formatHex(mac.doFinal(bytes), 0, BYTES);
            return "%s (%d bytes, %s)".formatted(Secrets.MASK, bytes.length, digest);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static SecretKeySpec key() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, ALGORITHM);
    }
}

package dev.versus.simulations.users;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * The data that a request asks for.
 *
 * @param bytes their size
 * @param random whether they are random texts, which no compression makes smaller, instead of one record again and again
 * @param parsed whether users-api parses them and writes them anew, instead of handing them through
 */
public record Payload(int bytes, boolean random, boolean parsed) {

    /** The data of the published report. */
    public static final Payload REPORTED = new Payload(256_873, false, false);

    /** 4 MiB, at which shared memory is expected to be much faster. */
    public static final Payload LARGE = of(4 << 20);

    /** 1 KiB, at which it has nothing to gain. */
    public static final Payload SMALL = of(1 << 10);

    private static final List<Integer> BETWEEN = List.of(4 << 10, 16 << 10, 64 << 10, 1 << 20, 16 << 20);

    /** Most requests of a turn. */
    private static final int MOST = 2_500;

    /** A turn moves about so many bytes, which takes about 0.4 s. */
    private static final int BYTES_OF_A_TURN = 256 << 20;

    /** Parsing a byte and writing it anew takes about as long as moving so many. */
    private static final int PARSING = 16;

    /** Returns data of this size, and otherwise as reported. */
    public static Payload of(int bytes) {
        return new Payload(bytes, false, false);
    }

    /** Returns the sizes of the sweep, ascending; four of them for a quick run. */
    public static List<Payload> sizes(boolean quick) {
        List<Integer> sizes = quick ? List.of(16 << 10) : BETWEEN;
        return Stream.concat(Stream.of(SMALL, REPORTED, LARGE), sizes.stream().map(Payload::of))
                .sorted(Comparator.comparing(Payload::bytes))
                .toList();
    }

    /** Returns random data of this size. */
    public Payload ofRandomTexts() {
        return new Payload(bytes, true, parsed);
    }

    /** Returns the same data, parsed and written anew by users-api. */
    public Payload parsedAnew() {
        return new Payload(bytes, random, true);
    }

    /** Returns how many requests a turn sends at a concurrency: fewer of large and of parsed data, and each connection two at least. */
    public int requests(int concurrency) {
        return Math.max(2 * concurrency, Math.min(MOST, BYTES_OF_A_TURN / (parsed ? PARSING : 1) / bytes));
    }

    /** Returns the path and query that ask for it. */
    public String path(Way way) {
        return way.path() + "?size=" + bytes + "&pattern=" + (random ? "random" : "repetitive")
                + (parsed ? "&parse=true" : "");
    }

    /** Returns how it differs from the reported data, as part of a target's name: "4194304-parsed"; empty if it does not. */
    Optional<String> label() {
        StringJoiner label = new StringJoiner("-").setEmptyValue("");
        if (bytes != REPORTED.bytes) {
            label.add(String.valueOf(bytes));
        }
        if (random) {
            label.add("random");
        }
        if (parsed) {
            label.add("parsed");
        }
        return Optional.of(label.toString()).filter(text -> !text.isEmpty());
    }
}

package dev.versus;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the values of a setting.
 *
 * @param words name the texts that can be read, such as {@code a whole number from 1 to 30}
 * @param reader reads a text; throws {@link IllegalArgumentException} with a sentence for what it cannot read
 * @param bare the text that a setting without a value stands for; empty if such a setting counts as not given
 */
@PublicApi
public record SettingType<T>(String words, Function<String, T> reader, String bare) {

    public SettingType(String words, Function<String, T> reader) {
        this(words, reader, "");
    }

    /** Takes any text. */
    public static SettingType<String> text(String words) {
        return new SettingType<>(words, text -> text);
    }

    /** Takes true or false; a setting without a value is true. */
    public static SettingType<Boolean> trueOrFalse() {
        SettingType<Boolean> either = either("true", "false");
        return new SettingType<>(either.words, either.reader, "true");
    }

    /** Takes one of two words, of which the first reads as true. */
    public static SettingType<Boolean> either(String yes, String no) {
        return expecting(yes + " or " + no, text -> allowed(text.equals(yes), text.equals(yes) || text.equals(no)));
    }

    /** Takes some of these words, with commas between. */
    public static SettingType<Set<String>> someOf(String... words) {
        return expecting("some of " + String.join(", ", words) + ", with commas between", text -> {
            Set<String> chosen = Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return allowed(chosen, List.of(words).containsAll(chosen));
        });
    }

    /** Takes whole numbers within bounds. */
    public static SettingType<Integer> whole(int least, int most) {
        return expecting(String.format(Locale.ROOT, "a whole number from %,d to %,d", least, most), text -> {
            int number = Integer.parseInt(text);
            return allowed(number, number >= least && number <= most);
        });
    }

    /** Takes numbers within bounds. */
    public static SettingType<Double> real(double least, double most) {
        return expecting("a number from " + least + " to " + most, text -> {
            double number = Double.parseDouble(text);
            return allowed(number, number >= least && number <= most);
        });
    }

    /** Takes durations within bounds. */
    public static SettingType<Duration> duration(String least, String most) {
        String words = "a duration from " + least + " to " + most;
        return new SettingType<>(words, text -> {
            Duration given = Durations.parse(text);
            if (given.compareTo(Durations.parse(least)) < 0 || given.compareTo(Durations.parse(most)) > 0) {
                throw new IllegalArgumentException("expected " + words);
            }
            return given;
        });
    }

    /** Takes what the reader can read, and says of anything else that these words are expected. */
    public static <T> SettingType<T> expecting(String words, Function<String, T> reader) {
        return new SettingType<>(words, text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("expected " + words, e);
            }
        });
    }

    private static <T> T allowed(T value, boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException(value + " is not allowed");
        }
        return value;
    }
}

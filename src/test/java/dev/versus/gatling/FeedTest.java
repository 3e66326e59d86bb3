package dev.versus.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Feed feed(String name, String content) throws IOException {
        return Feed.of(Files.writeString(folder.resolve(name), content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,x y\n2,\"p,\"\"q\"\n", "\ufeffa,b\r\n1,x y\r\n\r\n2,\"p,\"\"q\"\r\n"})
    void a_csv_file_has_its_columns_in_the_first_line(String text) throws IOException {
        Feed feed = feed("rows.csv", text);
        assertThat(feed.columns()).containsExactly("a", "b");
        assertThat(feed.rows()).containsExactly(List.of("1", "x y"), List.of("2", "p,\"q"));
        assertThat(feed.value(5, "b")).isEqualTo("p,\"q");
    }

    @Test
    void a_json_file_is_an_array_of_objects() throws IOException {
        Feed feed = feed("rows.json", "[{\"a\": 1, \"b\": \"x\"}, {\"b\": {\"c\": [true]}, \"a\": 2.5}]");
        assertThat(feed.columns()).containsExactly("a", "b");
        assertThat(feed.rows()).containsExactly(List.of("1", "x"), List.of("2.5", "{\"c\":[true]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows.csv | '' | has no rows",
                "rows.csv | 'a,b' | has no rows",
                "rows.csv | 'a,b;1' | has a row 1 of 1 values, where the first line names 2 columns",
                "rows.csv | 'a,a;1,2' | has two columns of one name",
                "rows.csv | 'a,;1,2' | has two columns of one name, or one without",
                "rows.json | '[]' | has no rows",
                "rows.json | '{\"a\": 1}' | is no array of objects",
                "rows.json | '{\"a\": {\"id\": 1}, \"b\": {\"id\": 2}}' | is no array of objects; expected one such as",
                "rows.json | '[{\"a\": 1}] [{\"a\": 2}]' | is no JSON: see line 1",
                "rows.json | '[1]' | is no array of objects",
                "rows.json | '[{\"a\": 1}, {\"b\": 1}]' | is no array of objects with the same names: see object 2",
                "rows.json | '[{\"a\": 1' | is no JSON: see line 1"
            })
    void anything_else_is_refused(String name, String text, String told) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> feed(name, text.replace(';', '\n')))
                .withMessageContaining(folder.resolve(name) + " " + told);
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        Path file = Files.write(folder.resolve("rows.csv"), new byte[] {'a', '\n', (byte) 0xff});
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Feed.of(file))
                .withMessageContaining("is no text in UTF-8");
    }

    @Test
    void what_is_too_large_is_refused() throws IOException {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> feed("rows.csv", "a\n" + "1\n".repeat(Feed.MOST_ROWS + 1)))
                .withMessageContaining("has more than 100000 rows");
        assertThat(feed("rows.csv", "a\n" + "1\n".repeat(Feed.MOST_ROWS)).rows())
                .hasSize(Feed.MOST_ROWS);
        Path large = folder.resolve("large.csv");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(SentFile.MOST_BYTES + 1);
        }
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Feed.of(large))
                .withMessageContaining("has 67108865 bytes; a file to send has at most 67108864");
    }
}

package dev.versus.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    @ParameterizedTest
    @CsvSource({"#{a}, <a>", "x#{a}y#{b.c}z, x<a>y<b.c>z", "#{a}#{a}, <a><a>", "##{a}}, #<a>}"})
    void aPlaceholderIsFilled(String text, String filled) {
        assertThat(Placeholders.of(text).filled(name -> "<" + name + ">")).isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "#{}", "#{a", "{a}", "#{ a }", "${a}"})
    void anythingElseStays(String text) {
        assertThat(Placeholders.of(text).names()).isEmpty();
        assertThat(Placeholders.of(text).filled(name -> "no")).isEqualTo(text);
    }

    @Test
    void a_value_is_encoded_for_any_part_of_a_path_or_a_query() {
        assertThat(Placeholders.percentEncoded("a/b c&d=ü?#")).isEqualTo("a%2Fb%20c%26d%3D%C3%BC%3F%23");
    }
}

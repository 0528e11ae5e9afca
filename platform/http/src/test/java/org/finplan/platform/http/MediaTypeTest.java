package org.finplan.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            application/json                    | true  | true
            Application/JSON; charset=UTF-8     | true  | true
            application/json;charset="utf-8"    | true  | true
            application/json;charset=gbk        | true  | false
            application/json;charset="utf-16"   | true  | false
            application/json;charset=           | true  | false
            application/json;                   | true  | true
            application/problem+json            | false | true
            text/json;charset=latin1            | false | false
            """)
    void typeAndCharsetAreRead(String text, boolean json, boolean utf8) {
        MediaType type = MediaType.parse(text).orElseThrow();
        assertThat(type.isJson()).isEqualTo(json);
        assertThat(type.isUtf8()).isEqualTo(utf8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application", "/", "a/b/c", "a b/c", "application/", "=;="})
    void whatIsNoTypeIsNone(String text) {
        assertThat(MediaType.parse(text)).isEmpty();
    }
}

package org.finplan.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "If-Modified-Since",
                "If-Unmodified-Since",
                "If-Range",
                "Range",
                "Origin"
            })
    void ofTwoNoneIsTaken(String name) {
        assertThat(SingleHeaders.repeated(headers(name, "Accept", name.toLowerCase(Locale.ROOT))))
                .contains(name);
        assertThat(SingleHeaders.repeated(headers(name, "Accept"))).isEmpty();
    }

    @Test
    void listsMayStandInSeveralLines() {
        assertThat(SingleHeaders.repeated(
                        headers("Accept", "Accept", "Prefer", "Prefer", "Cookie", "Cookie", "X", "X")))
                .isEmpty();
    }

    private static List<Map.Entry<String, String>> headers(String... names) {
        return Stream.of(names).map(name -> Map.entry(name, "a")).toList();
    }
}

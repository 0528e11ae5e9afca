package org.finplan.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {

    private static final List<String> OFFERED = List.of("application/json", "text/csv");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | application/json
            application/json,                                    | application/json
            ,, text/csv ,                                        | text/csv
            *                                                    | application/json
            application/*                                        | application/json
            text/*, application/json;q=0.5                       | text/csv
            application/json;charset=utf-16                      | application/json
            APPLICATION/JSON; Q=0.3                              | application/json
            text/csv;profile="a,b;q=0", application/json;q=0.9   | text/csv
            */*, application/json;q=0                            | text/csv
            application/json, /                                  | application/json
            text/csv;q=7                                         | text/csv
            """)
    void whatAnOldClientSendsIsReadAsItWasMeant(String header, String best) {
        assertThat(Accept.of(header).best(OFFERED)).contains(best);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,"})
    void nothingAskedForIsEverything(String header) {
        assertThat(Accept.of(header).isAnything()).isTrue();
        assertThat(Accept.of(header).best(OFFERED)).contains("application/json");
        assertThat(Accept.of(List.of()).isAnything()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "a/b/c",
                ";q=2",
                "*/json",
                "application/json;q=0",
                "application/json;q=high",
                "application/json;q=.",
                "image/*, text/html"
            })
    void whatNobodyHasIsNothing(String header) {
        assertThat(Accept.of(header).best(OFFERED)).isEmpty();
    }

    @Test
    void linesAreOneHeaderAndItsTextIsPlain() {
        Accept accept = Accept.of(List.of("text/csv;header=present; q=0.50", "*;q=.2,a/b/c"));
        assertThat(accept.text()).isEqualTo("text/csv;q=0.5, */*;q=0.2");
        assertThat(accept.names("text/csv")).isTrue();
        assertThat(accept.names("application/json")).isFalse();
    }
}

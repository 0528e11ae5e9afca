package org.finplan.platform.web.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedMethodsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/x/, /api/v1/x, true",
        "/api/v1/x, /api/v1/x/, true",
        "/api/v1/x, /api/v1/xy, false",
        "/api//x/{id}, /api/x/7, true",
        "/x/{id}, /x/7/8, false",
        "/x/{id}:close, /x/7:close, true",
        "/x/{id}:close, /x/7, false",
        "/x/{id: [0-9]+}, /x/7, true",
        "/x/{id: [0-9]+}, /x/a, false",
        "/x.y, /xzy, false"
    })
    void matchesPathsAsTheirTemplateDoes(String template, String path, boolean matches) {
        assertThat(AllowedMethods.pattern(template).matcher(path).matches()).isEqualTo(matches);
    }
}

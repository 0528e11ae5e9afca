package org.finplan.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.finplan.platform.http.Accept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                               | true
            application/vnd.oai.openapi+json;version=3.1   | true
            application/json, */*;q=0.5                    | true
            application/yaml;q=0.4, application/json;q=0.8 | true
            */*                                            | false
            application/json, */*                          | false
            application/yaml                               | false
            application/json;q=0                           | false
            application/json;q=a                           | false
            text/html, application/xml;q=0.9, */*;q=0.8    | false
            image/png                                      | false
            """)
    void yamlUnlessJsonIsPreferred(String accept, boolean json) {
        assertThat(OpenApi.prefersJson(Accept.of(accept))).isEqualTo(json);
    }

    @Test
    void withoutAnyHeaderItIsYaml() {
        assertThat(OpenApi.prefersJson(Accept.of((String) null))).isFalse();
    }
}

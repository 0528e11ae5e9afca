package org.finplan.platform.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.finplan.platform.web.sample.SampleResource;
import org.junit.jupiter.api.Test;

class JavadocTest {

    @Test
    void takesACommentApart() {
        Javadoc javadoc = Javadoc.parse("""
                 A figure, see {@link Standing}.

                 @param <T> kind
                 @param value in {@code unit};
                     every digit
                 @param empty
                 @return nothing
                """);
        assertThat(javadoc.text()).isEqualTo("A figure, see Standing.");
        assertThat(javadoc.parameter("value")).isEqualTo("in unit; every digit");
        assertThat(javadoc.parameter("empty")).isNull();
        assertThat(javadoc.parameter("other")).isNull();
    }

    @Test
    void aCommentMayHaveNoTagsOrNothing() {
        assertThat(Javadoc.parse("Plain").text()).isEqualTo("Plain");
        assertThat(Javadoc.parse("").text()).isNull();
        assertThat(Javadoc.of("org.finplan.Nowhere").text()).isNull();
    }

    @Test
    void theCompilerPutsItBesideTheClass() {
        assertThat(Javadoc.of(SampleResource.Judgement.class.getName()).parameter("by"))
                .isEqualTo("who judged it, or null");
    }
}

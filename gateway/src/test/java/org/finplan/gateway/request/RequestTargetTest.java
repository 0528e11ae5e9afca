package org.finplan.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/v1/tasks?q=%E8%82%87&a=1", "/a:b", "*", "x", "/a?q=[1]", "http://x/y", "/q?a=肇庆"})
    void whatCanBeReadGoesOn(String target) {
        assertThat(RequestTarget.readable(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/%", "/%a", "/a?q=%g0", "/a\\b", "/<a>", "/a\"b", "/a|b", "/a?q={x}", "/^", "//"})
    void whatCannotBeReadDoesNot(String target) {
        assertThat(RequestTarget.readable(target)).isFalse();
    }

    /** The short way must agree with the parser that the server behind uses, or a target would slip through to it. */
    @Test
    void theShortWayAgreesWithTheParser() {
        String alphabet = "/a0%zF2?#&=:;@[]{}|\\^`<>\" ~.,+!$'()*-_\u00e9\u0085肇";
        Random random = new Random(7);
        for (int round = 0; round < 200_000; round++) {
            StringBuilder target = new StringBuilder("/");
            for (int i = random.nextInt(6); i > 0; i--) {
                target.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(RequestTarget.readable(target.toString()))
                    .as(target.toString())
                    .isEqualTo(parses(target.toString()));
        }
    }

    private static boolean parses(String target) {
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException broken) {
            return false;
        }
    }
}

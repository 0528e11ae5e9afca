package org.finplan.platform.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property
    void bringsBackTheKeysAndIsSafeInAUrl(
            @ForAll String query, @ForAll @Size(min = 1, max = 5) List<@StringLength(max = 20) String> keys) {
        List<String> paired =
                keys.stream().map(CursorTest::withoutLoneSurrogates).toList();
        String cursor = Cursor.encode(query, paired);

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(query, cursor)).isEqualTo(paired);
    }

    @Property
    void isRefusedByAnotherQuery(@ForAll String query, @ForAll String other) {
        Assume.that(!withoutLoneSurrogates(query).equals(withoutLoneSurrogates(other)));
        refused(other, Cursor.encode(query, List.of("1")));
    }

    @Property
    void isRefusedWhenItIsRubbish(@ForAll @StringLength(max = 200) String rubbish) {
        refused("query", rubbish);
    }

    @Property
    void isRefusedWhenACharacterIsMissing(@ForAll String query) {
        String cursor = Cursor.encode(query, List.of("some", "keys"));
        refused(query, cursor.substring(1));
        refused(query, cursor.substring(0, cursor.length() - 1));
    }

    @Test
    void isRefusedWithADayThatNoRowCanHave() {
        for (String day : List.of("+99999999-01-01", "-99999-12-31", "+1000000000-12-31T23:59:59.999999999Z")) {
            refused("query", Cursor.encode("query", List.of("441200", day)));
        }
        List<String> near = List.of("-1", "+86-10", "9999-12-31", "2026-11-29T00:00:00Z");
        assertThat(Cursor.decode("query", Cursor.encode("query", near))).isEqualTo(near);
    }

    private static void refused(String query, String cursor) {
        assertThatThrownBy(() -> Cursor.decode(query, cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(WebError.INVALID_CURSOR));
    }

    // UTF-8 has no form for half a character; no sort key holds one.
    private static String withoutLoneSurrogates(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}

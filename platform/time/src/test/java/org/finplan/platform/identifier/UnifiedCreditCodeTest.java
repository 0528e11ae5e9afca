package org.finplan.platform.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedCreditCodeTest {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** Codes of companies listed in public registers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110000802100433B",
                "91110108717743469K",
                "9144030071526726XG",
                "91330100799655058B",
                "914403001922038216",
                "91110108551385082Q",
                "91310000132200821H"
            })
    void codesThatAreInUseFit(String code) {
        assertThat(UnifiedCreditCode.hasForm(code)).isTrue();
        assertThat(UnifiedCreditCode.isChecked(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91110108717743469", "91110108717743469KK", "91110108717743469k", "91110108717743469I"})
    void whatIsNoCodeHasNotItsForm(String text) {
        assertThat(UnifiedCreditCode.hasForm(text)).isFalse();
    }

    @Property(tries = 300)
    void oneOtherCharacterIsAlwaysFound(
            @ForAll("codes") String first,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(min = 1, max = 30) int by) {
        String code = first + UnifiedCreditCode.checkCharacter(first);
        int other = (CHARACTERS.indexOf(code.charAt(place)) + by) % CHARACTERS.length();
        String changed = code.substring(0, place) + CHARACTERS.charAt(other) + code.substring(place + 1);

        assertThat(UnifiedCreditCode.isChecked(code)).isTrue();
        assertThat(UnifiedCreditCode.isChecked(changed)).isFalse();
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings().withChars(CHARACTERS.toCharArray()).ofLength(17);
    }
}

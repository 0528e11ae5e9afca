package org.finplan.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"en", "EN", "en-GB", "en;q=0.8, zh;q=0.5", "zh;q=0.2,en-US;q=0.3", "en, *;q=0.5", "fr, en;q=0.1"
            })
    void prefersEnglish(String header) {
        assertThat(Language.prefersEnglish(header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "*",
                "zh",
                "zh-CN",
                "fr",
                "zh, en",
                "en, zh",
                "en;q=0.5, zh-Hans;q=0.6",
                "en;q=0",
                "en;q=x",
                "*, en;q=0.5",
                "english",
                ";;;,,,=",
                "zh;q=1.5, fr"
            })
    void staysChinese(String header) {
        assertThat(Language.prefersEnglish(header)).isFalse();
    }
}

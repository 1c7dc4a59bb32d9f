package org.weir.consent.agreement.narrow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConjunctionTest {
    private static final String PARENT = "a == 1 || b == 'x)'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PARENT,
                "(" + PARENT + ") && c == 2",
                "(" + PARENT + ") && (c == 2 || d)",
                "(" + PARENT + ") && c in ['(', \"|?\"] && d[0] == 1"
            })
    void keeps_theSame_andTheSameAndMore(String child) {
        assertThat(Conjunction.keeps(PARENT, child)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a == 1",
                PARENT + " && c == 2",
                "(" + PARENT + ") || c == 2",
                "(" + PARENT + ") && ",
                "(" + PARENT + ") && c || d",
                "(" + PARENT + ") && c ? d : e",
                "(" + PARENT + ") && (c) || (d)",
                "(" + PARENT + ") && c) || (d",
                "(" + PARENT + ") && true // )",
                "(" + PARENT + ") && c == '\\' || true || \\''",
                "(" + PARENT + ") && c == \"\"\" \" || true \"\"\"",
                "(" + PARENT + ") && c\n|| d",
                "c == 2 && (" + PARENT + ")"
            })
    void refuses_whateverIsNotSurelyTheSameAndMore(String child) {
        assertThat(Conjunction.keeps(PARENT, child)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a) || (b", "a // ", "a == '", "a == \"\\\""})
    void refuses_toAddToAParentThatIsNotOneOperand(String parent) {
        assertThat(Conjunction.keeps(parent, "(" + parent + ") && c")).isFalse();
    }
}

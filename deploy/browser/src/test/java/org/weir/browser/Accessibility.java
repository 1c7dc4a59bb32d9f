package org.weir.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Holds a page to WCAG 2.2 AA, as far as a machine can tell, and its tables to being tables. */
final class Accessibility {
    /** A style that lays a row out as anything else breaks the columns, and takes the row from who listens to the page. */
    private static final String ROWS_ELSEWISE =
            """
            () => [...document.querySelectorAll('tr')]
                .filter(row => !row.closest('.w-table--cards'))
                .map(row => [row.className, getComputedStyle(row).display])
                .filter(([, display]) => display !== 'table-row' && display !== 'none')
                .map(([name, display]) => name + ' is ' + display)
            """;

    private Accessibility() {}

    static void assertAccessible(Page page) {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as("accessibility of %s", page.url())
                .extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml())
                .isEmpty();
        assertThat((List<?>) page.evaluate(ROWS_ELSEWISE))
                .as("rows of tables of %s", page.url())
                .isEmpty();
    }
}

package org.weir.browser;

import com.microsoft.playwright.Page;

/** Somebody who has no mouse. */
final class Keyboard {
    /** More stops than any page has. */
    private static final int MOST_STOPS = 250;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Goes on, stop by stop, to the control of that name, and presses the key there. */
    void press(String key, String testId) {
        for (int i = 0; i < MOST_STOPS; i++) {
            if (testId.equals(focused())) {
                page.keyboard().press(key);
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + testId + " on " + page.url());
    }

    private Object focused() {
        return page.evaluate("() => document.activeElement?.getAttribute('data-testid') ?? null");
    }
}

package org.weir.city.network;

/** Black or white text, by the contrast ratio of WCAG 2.2 (relative luminance of sRGB). */
final class Contrast {
    private Contrast() {}

    static String textOn(String color) {
        return against(color, 1) >= against(color, 0) ? "FFFFFF" : "000000";
    }

    /** The contrast ratio, 1 to 21, of a colour to one of the given luminance. */
    static double against(String color, double luminance) {
        double own = luminance(color);
        return (Math.max(own, luminance) + 0.05) / (Math.min(own, luminance) + 0.05);
    }

    private static double luminance(String color) {
        int rgb = Integer.parseInt(color, 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}

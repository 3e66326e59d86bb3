package dev.versus;

/**
 * Declares what the user may set by {@code -Dversus.<name>=<value>}: as a constant, beside the code that it configures.
 * {@code docs/settings.md} is made from these constants.
 *
 * @param name what follows the prefix of the property
 * @param of which simulations know the setting
 * @param usual the value if the user gives none; empty if nothing stands in for it
 * @param meaning what the setting changes, in Markdown with links from {@code docs}
 * @param type which values it takes
 */
@PublicApi
public record Setting<T>(String name, String of, String usual, String meaning, SettingType<T> type) {

    /** Settings of every simulation. */
    public static final String ALL = "all simulations";

    /** Returns the name of the system property. */
    public String property() {
        return Settings.PREFIX + name;
    }

    /** Returns the value if the user gives none. */
    public T usualValue() {
        return type.reader().apply(usual);
    }

    /** Returns the setting of one name, where the declared name ends with a placeholder such as {@code <Name>}. */
    Setting<T> named(String one) {
        return new Setting<>(one, of, usual, meaning, type);
    }

    /** Returns the setting with other bounds, where those depend on another setting. */
    public Setting<T> within(SettingType<T> bounds) {
        return new Setting<>(name, of, usual, meaning, bounds);
    }
}

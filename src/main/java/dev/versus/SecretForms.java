package dev.versus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Masks secrets that are known by their form or their context: private keys, passwords in URLs, tokens, authorization headers. */
final class SecretForms {

    private static final Map<Pattern, String> FORMS = forms();

    private SecretForms() {}

    private static Map<Pattern, String> forms() {
        Map<Pattern, String> forms = new LinkedHashMap<>();
        forms.put(privateKey(), Secrets.MASK);
        forms.put(Pattern.compile("(://[^\\s:/@\"']*):(?!\\d+[/?#])[^\\s\"']+@"), "$1:" + Secrets.MASK + "@");
        forms.put(Pattern.compile("://[^\\s:/@\"']{16,}@"), "://" + Secrets.MASK + "@");
        forms.put(header(), "$1" + Secrets.MASK);
        forms.put(Pattern.compile("(?i)\\b(bearer\\s+)[\\w.~+/=-]+"), "$1" + Secrets.MASK);
        forms.put(Pattern.compile("\\b([Bb]asic\\s+)(?=\\S*[A-Z0-9=])[A-Za-z0-9+/]{4,}=*"), "$1" + Secrets.MASK);
        forms.put(Pattern.compile("\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*"), Secrets.MASK);
        forms.put(issued(), Secrets.MASK);
        forms.put(Pattern.compile("(\\b(?:redis|valkey)-cli\\b[^|;&\\n]*?\\s-a\\s+)\\S+"), "$1" + Secrets.MASK);
        forms.put(Pattern.compile("(\\bcurl\\b[^|;&\\n]*?\\s(?:-u\\s*|--user[ =]))\\S+"), "$1" + Secrets.MASK);
        forms.put(Pattern.compile("(\\b(?:mysql|mariadb)\\w*\\b[^|;&\\n]*?\\s-p)\\S+"), "$1" + Secrets.MASK);
        return forms;
    }

    private static Pattern privateKey() {
        return Pattern.compile("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)");
    }

    /** Returns the pattern of an {@code Authorization} or {@code Cookie} header with its value. */
    private static Pattern header() {
        return Pattern.compile("(?i)\\b((?:authorization|cookie)\\\\?[\"']?\\s*:\\s*\\\\?[\"']?)[^\\r\\n\"'\\\\]+");
    }

    /** Returns the pattern of keys with a fixed prefix, such as those of GitHub, GitLab, Slack, AWS, OpenAI and Stripe. */
    private static Pattern issued() {
        return Pattern.compile("\\b(?:gh[pousr]_\\w{20,}|github_pat_\\w{20,}|glpat-[\\w-]{20,}|xox[abprs]-[\\w-]{10,}"
                + "|AKIA[0-9A-Z]{16}|sk-[\\w-]{20,}|sk_live_\\w{10,})");
    }

    static String masked(String text) {
        String masked = text;
        for (Map.Entry<Pattern, String> form : FORMS.entrySet()) {
            masked = form.getKey().matcher(masked).replaceAll(form.getValue());
        }
        return masked;
    }
}

/**
 * Systems at a revision: checks a commit out of a user's repository into the cache, without running any program that a repository
 * names. It knows {@code dev.versus.environment}, whose rules for temporary and kept folders it follows, and its {@code host}.
 */
@NullMarked
package dev.versus.revision;

import org.jspecify.annotations.NullMarked;

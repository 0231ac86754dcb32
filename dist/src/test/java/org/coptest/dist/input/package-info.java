/** What a user can get wrong: one clear message, the right exit code, and nothing sent. */
@NullMarked
package org.coptest.dist.input;

import org.jspecify.annotations.NullMarked;

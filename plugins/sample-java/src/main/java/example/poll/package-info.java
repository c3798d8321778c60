/// A poll: one question, a few choices, one vote for each name. A sample of a plugin in Java.
package example.poll;

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AboutDoor</name>
    <message>
        <source>&amp;About Soundpost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutRoom</name>
    <message>
        <source>About Soundpost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soundpost {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How its parts fare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your organisation, or by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where things are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the licences of its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds nothing of any draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parts have been looked at; {count} do not work now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parts have been looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} ({source})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: every setting is as it was built in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soundpost&apos;s own code, rules and wording model are under the MIT licence. It is made with the work of others, each under its own licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences of the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scratchpad for a post before you share it. Nothing of a draft leaves this computer.
{system}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. It holds nothing of any draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide the licences of its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your settings, without any word of a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies and the list that you settled yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open draft, sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared list of terms, sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Java</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LanguageTool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared list of terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not working now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountPane</name>
    <message>
        <source>About this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acc&amp;ount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card of {name} is in sight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below, choose which account of your organisation it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold its card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}. {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When somebody answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where else to find help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it sounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>&amp;Open draft file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft from &amp;clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt *.md);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft from the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those are several files; drop one at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is your draft now; undo brings back what was there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is your draft now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskingDoor</name>
    <message>
        <source>&amp;Ask someone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask someone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskingRoom</name>
    <message>
        <source>Ask someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You copy the question and send it yourself. Soundpost sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to put in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own &amp;question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;words noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Account and occasion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question copied. Send it where you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to copy yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarModel</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First thing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarOpener</name>
    <message>
        <source>Content c&amp;alendar…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarRoom</name>
    <message>
        <source>Content calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a calendar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look at all drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the draft in the &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the results beside the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a CSV file or a spreadsheet of drafts. It is read on this computer and nothing of it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something to consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something to pause at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in the drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts of the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens a draft in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this the right column? Then look at all drafts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} rows looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {done} of {total} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row looked at, {some} with something to consider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} rows looked at, {some} with something to consider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>things to consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved beside the calendar as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarWords</name>
    <message>
        <source>Not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Things to consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no draft in this row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its account is not one that Soundpost knows, so the usual one was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its country is not one that Soundpost knows, so the usual one was taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardActs</name>
    <message>
        <source>Turned off, for you. The settings list it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words have changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is in place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Show {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardWidget</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: not yet considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not relevant here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This seems wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words noticed: {words}. {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, and what to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardsPanel</name>
    <message>
        <source>Things to consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hidden as not relevant here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hidden as not relevant here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: show again what was hidden last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: turn it on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready when you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you write, you see here what reads well and what readers may stumble over. The rest is up to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading along…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is as far as the checks see that you have not turned off. You know your readers best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is as far as these checks see. You know the subject and your readers best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have looked at everything that is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft is all there. The line at the bottom says what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thing to consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} things to consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is off, for you. The settings list it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 note is not listed; “Usual” shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} notes are not listed; “Usual” shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsBar</name>
    <message>
        <source>First &amp;row holds the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acco&amp;unts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first draft: “{draft}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That column holds no text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Asked about: {topics}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DepthChooser</name>
    <message>
        <source>&amp;Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is shown. What is noticed stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses and things to consider, two of them open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes as well, folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it, and more of it open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Why it may matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question only you can answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the guidance in your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the guide: {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>Draft post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F8 goes to the next thing to consider, Shift+F8 to the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste or type your draft. It never leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftKeeper</name>
    <message>
        <source>Your draft is in memory only, because draft recovery is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft is in memory only, because what your organisation wants of draft recovery cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft is in memory only, because this computer&apos;s key store does not answer; copy it before you close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier draft is here, but this computer&apos;s key store does not give the key to it; unlock it and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Soundpost window is open, so this draft is in memory only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so what you write now is in memory only; make room, or copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your home folder cannot be written to, so your draft is in memory only; copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier draft cannot be opened, as its file was changed or is from another computer; it was put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the draft stumbled, so it is in memory only; copy it before you close.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftOffer</name>
    <message>
        <source>An earlier draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving it removes it from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back: your earlier draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it: your earlier draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have written meanwhile is kept and can be brought back in its turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier draft is then removed from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another draft of yours is here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last draft is here:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftRoom</name>
    <message>
        <source>&amp;Post on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are writing as yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are writing for your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are writing for {organisation}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to copy yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} of {limit} left on {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{over} over the {limit} of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most emoji count as 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link counts as 23, an emoji as 2, and so does a letter of Chinese, Japanese or Korean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see as one character counts as 1. Links count in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link counts as 23, a name without its server. Your server may have another limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most emoji count as 4 or more. Links count in full.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedbackPane</name>
    <message>
        <source>This seems wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What seems &amp;wrong? You need not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All that is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the noticed words as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the noticed word as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may tell the people who look after the checks. Nothing is sent: you save a file, and pass it on or don&apos;t.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out names, and whatever you would not want passed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What seems wrong? You need not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to save what seems wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to {name}. It is yours to pass on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to {name}: {count} of yours now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStepsPanel</name>
    <message>
        <source>Write as you would anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste or type your draft. It never leaves this computer. There is nothing to sign up to or to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whose account it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the top you choose your own account or your organisation&apos;s. Readers expect different things of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look, decide, copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What reads well, and what readers may stumble over, appears here. You decide: “Copy draft” always works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideRoom</name>
    <message>
        <source>&amp;Search the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has all these words. Fewer words find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{page} | Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideRooms</name>
    <message>
        <source>First &amp;steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your &amp;manager</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;raft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageField</name>
    <message>
        <source>Message that you answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read along with your draft and never marked. Alt+1, Alt+2 and Alt+3 put an opening into your draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the message that you answer. It never leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeverList</name>
    <message>
        <source>Turned off, for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have turned nothing off. “Never for me” on a card does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OccasionBar</name>
    <message>
        <source>My own account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation&apos;s account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Election period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About my own &amp;work area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country, set by your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account that you are about to post from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Election period until {until} ({name}), from your own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Election period until {until} ({name}), set by your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{period}. You have switched it off for this draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The election period is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningButton</name>
    <message>
        <source>{state}{when} Not: {avoid} {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your draft. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with “{opener}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ In your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not: {avoid}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnCardsEditor</name>
    <message>
        <source>Your organisation may have cards of its own. You may add some: a card is in sight while you write for the organisation, so that several people keep one voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ca&amp;rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card is kept once it has a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the account, as its readers see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When somebody answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where else to find help, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tips on how it sounds, one a line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Address copied: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Copy this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {number} of {total}: {count} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {number} of {total}: {over} over the {limit}, as one word or link alone is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this part: {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Post</name>
    <message>
        <source>The message that it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation&apos;s account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted on {posted}, found on {seen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write appears here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeRoom</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you look at again, if anything?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample {number} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the an&amp;swer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show what there is to notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In answer to: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your own account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your organisation&apos;s account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}, in an election period</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Praise</name>
    <message>
        <source>What this draft does well</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrincipleBar</name>
    <message>
        <source>Principles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All principles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadersDoor</name>
    <message>
        <source>&amp;Read it as…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadersRoom</name>
    <message>
        <source>Read it as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read it as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may ask themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another pair of eyes, nothing more: it changes nothing of what is noticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its own, as in a screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below what it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on its own, five years on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplaceButton</name>
    <message>
        <source>Use “{new}” in place of “{old}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out “{old}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {old}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplyPlace</name>
    <message>
        <source>Remove the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first {count} characters are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind of message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody says thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody tells you that something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is unhappy with the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has an idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comment is interesting, and short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something open to join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is on a page already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your side made a slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy is still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post has one fact wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is happening now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You don&apos;t have the answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The criticism is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another team can help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody asks about their own case in public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are asked to argue a political choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Answering a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am &amp;answering a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is removed; undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{opener}” is in your draft now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{opener}” is in your draft already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDoor</name>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsRoom</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each change holds at once. Nothing of your drafts is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What looks at your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How &amp;much is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared list of terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping your draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the open draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed, on this computer, so that a crash does not lose it. Off: in memory only, and what was kept is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards of your organisation&apos;s accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned off, for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours, text size and motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soundpost follows your system: light or dark, contrast, the size of text. Nothing here moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of your organisation that could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shared list of terms is set on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested by your organisation; you may change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your organisation wants of this cannot be read, so your draft is in memory only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, patterns and your organisation&apos;s terms. It always looks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model on this computer reads what is meant between the lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling and grammar by LanguageTool, on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundpostWindow</name>
    <message>
        <source>&amp;Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft is back. {account}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next thing to consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous thing to consider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark as considered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no rules for the country that your organisation set; {country} is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The country that was last chosen is not there any more; {country} is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {of}. {words}. {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as considered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden as not relevant here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not working now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 rule file could not be used: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rule files could not be used, the first: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreadPreview</name>
    <message>
        <source>Number the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would take more than {most} parts, too many to show here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into parts for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 part for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parts for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {number} of {total} copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>&amp;Show Soundpost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft from &amp;clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay &amp;here when the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Pause: worth a moment before you share it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consider: some readers may take it another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: a small thing, such as spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is scored or sent anywhere, and you can copy your draft at any moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordsButton</name>
    <message>
        <source>Show “{words}” in the draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Answer</name>
    <message>
        <source>Something to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does well: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to look at again: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read on: {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on: {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Panel</name>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

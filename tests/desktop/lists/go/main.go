// Read a list of terms with another implementation of The Update Framework's client.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/theupdateframework/go-tuf/v2/metadata/config"
	"github.com/theupdateframework/go-tuf/v2/metadata/updater"
)

func main() {
	address, rootFile, folder := os.Args[1], os.Args[2], os.Args[3]
	root, err := os.ReadFile(rootFile)
	if err != nil {
		fail(err)
	}
	settings, err := config.New(address+"/metadata", root)
	if err != nil {
		fail(err)
	}
	settings.LocalMetadataDir = filepath.Join(folder, "metadata")
	settings.LocalTargetsDir = filepath.Join(folder, "targets")
	settings.RemoteTargetsURL = address + "/targets"
	settings.PrefixTargetsWithHash = true
	for _, made := range []string{settings.LocalMetadataDir, settings.LocalTargetsDir} {
		if err := os.MkdirAll(made, 0o700); err != nil {
			fail(err)
		}
	}
	client, err := updater.New(settings)
	if err != nil {
		fail(err)
	}
	if err := client.Refresh(); err != nil {
		fail(err)
	}
	target, err := client.GetTargetInfo("terms.bin")
	if err != nil {
		fail(err)
	}
	_, data, err := client.DownloadTarget(target, "", "")
	if err != nil {
		fail(err)
	}
	fmt.Println(len(data))
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
